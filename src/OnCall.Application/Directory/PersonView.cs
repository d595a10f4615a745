using OnCall.Application.Directory.Preferences;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>A person as answers show them.</summary>
public sealed record PersonView(
    string EmployeeNo,
    string Name,
    bool Active,
    string? Language,
    string? OrgUnit,
    IReadOnlyList<GrantView> Permissions,
    IReadOnlyList<ContactMethodView> ContactMethods,
    IReadOnlyList<PreferenceView> Preferences,
    string? Position,
    int? Rank)
{
    internal static PersonView Of(Person person, IReadOnlyList<Grant> grants, OrgTree tree) => new(
        person.EmployeeNo,
        person.Name,
        person.Active,
        person.Language,
        tree.Find(person.OrgUnit)?.Code,
        [.. grants.Select(g => new GrantView(g.Permission, tree.Find(g.OrgUnit)?.Code))],
        ContactMethodView.Of(person.ContactMethods),
        PreferenceView.Of(person.Preferences),
        person.Position,
        person.Rank);
}
