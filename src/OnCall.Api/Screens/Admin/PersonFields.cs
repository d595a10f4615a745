using System.Globalization;
using OnCall.Application.Directory;

namespace OnCall.Api.Screens.Admin;

/// <summary>What the form of a person posts.</summary>
internal sealed class PersonFields
{
    /// <summary>The employee number of whoever is changed; empty for somebody new.</summary>
    public string? Was { get; set; }

    /// <summary>Stands for what the form was filled from (<see cref="Shown"/>).</summary>
    public string? Seen { get; set; }

    public string? EmployeeNo { get; set; }

    public string? Name { get; set; }

    public bool Active { get; set; }

    public string? Language { get; set; }

    public string? OrgUnit { get; set; }

    public string? Position { get; set; }

    public string? Rank { get; set; }

    public List<GrantFields> Grants { get; set; } = [];

    public List<MethodFields> Methods { get; set; } = [];

    internal static PersonFields New => new() { Active = true, Grants = [new() { Permission = "staff" }] };

    internal static PersonFields Of(PersonView person) => new()
    {
        Was = person.EmployeeNo, Seen = Shown.Mark(person), EmployeeNo = person.EmployeeNo, Name = person.Name, Active = person.Active, Language = person.Language, OrgUnit = person.OrgUnit,
        Position = person.Position, Rank = person.Rank?.ToString(CultureInfo.InvariantCulture),
        Grants = [.. person.Permissions.Select(GrantFields.Of)], Methods = [.. person.ContactMethods.Select(MethodFields.Of)],
    };

    /// <summary>Preferences are the person's own, and stay as they are.</summary>
    internal PutPersonRequest ToRequest() => new(
        Was.Filled() ?? EmployeeNo.Filled(),
        Name,
        [.. Methods.Where(m => !m.IsEmpty).Select(m => new ContactMethodInput(m.Kind, m.Address.Filled(), m.Verified))],
        Active,
        Language.Filled(),
        OrgUnit.Filled(),
        [.. Grants.Where(g => g.Permission.Filled() is not null).Select(g => new GrantInput(g.Permission, g.OrgUnit.Filled()))],
        Position: Position.Filled(),
        Rank: Rank.Number());

    /// <summary>There is always a row to write into.</summary>
    internal void WithEmptyRows()
    {
        if (Grants.Count == 0 || Grants[^1].Permission.Filled() is not null)
        {
            Grants.Add(new GrantFields());
        }

        if (Methods.Count == 0 || !Methods[^1].IsEmpty)
        {
            Methods.Add(new MethodFields { Kind = "sms" });
        }
    }
}
