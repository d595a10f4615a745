using System.Text.Json.Serialization;
using OnCall.Application.Access;
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
    /// <summary>Keys that ended with the change, of this person and of those for whom this person made some; left out where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EndedKeyView>? EndedKeys { get; init; }

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
