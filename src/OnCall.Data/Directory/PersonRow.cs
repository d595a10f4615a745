using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>A person as their row has them.</summary>
internal sealed class PersonRow
{
    public PersonId PersonId { get; set; }

    public string EmployeeNo { get; set; } = "";

    public string Name { get; set; } = "";

    public bool Active { get; set; }

    public string? Language { get; set; }

    public OrgUnitId? OrgUnit { get; set; }

    public string? Position { get; set; }

    public int? Rank { get; set; }

    /// <summary>Null where nothing is preferred.</summary>
    public string? Preferences { get; set; }

    internal Person ToPerson(IEnumerable<ContactMethod> methods) =>
        new(PersonId, EmployeeNo, Name, Active, Language, OrgUnit, [.. methods]) { Preferences = PreferencesJson.Read(Preferences), Position = Position, Rank = Rank };
}
