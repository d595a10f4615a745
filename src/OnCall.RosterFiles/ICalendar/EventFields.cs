using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Which property of an event says what: as mapped by hand, else as our own calendars write it.</summary>
internal sealed class EventFields
{
    public const string OwnRole = "X-ONCALL-ROLE";
    public const string OwnRoleCode = "X-ONCALL-ROLE-CODE";
    public const string OwnEmployeeNo = "X-ONCALL-EMPLOYEE-NO";
    public const string OwnName = "X-ONCALL-PERSON";
    public const string OwnTier = "X-ONCALL-TIER";
    public const string OwnLabel = "X-ONCALL-LABEL";

    private static readonly string[] Names = ["role", "name", "employeeNo", "tier", "shift"];

    private readonly Dictionary<string, string> _mapped = new(StringComparer.OrdinalIgnoreCase);

    public EventFields(RosterReadingOptions options, RosterProblems problems)
    {
        foreach (var (name, property) in options.Mapping)
        {
            if (Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                _mapped[name] = property.Trim().ToUpperInvariant();
            }
            else
            {
                problems.Error(0, "", "unknown-mapping", $"The mapping names '{name}'. For a calendar it can name {string.Join(", ", Names)}.", name);
            }
        }
    }

    /// <summary>The property that was mapped by hand, or null.</summary>
    public string? Role => _mapped.GetValueOrDefault("role");

    public string? Name => _mapped.GetValueOrDefault("name");

    public string? EmployeeNo => _mapped.GetValueOrDefault("employeeNo");

    public string Tier => _mapped.GetValueOrDefault("tier") ?? OwnTier;

    public string? Label => _mapped.GetValueOrDefault("shift");

    public IReadOnlyDictionary<string, string> Mapped => Names.Where(_mapped.ContainsKey).ToDictionary(name => name, name => _mapped[name]);

    /// <summary>What problems of later steps name; a person may stand in several properties.</summary>
    public RosterColumns Columns => new(
        Role ?? OwnRole,
        EmployeeNo ?? "ATTENDEE",
        Name ?? "SUMMARY",
        "DTSTART",
        "DTEND",
        Tier,
        Label ?? "CATEGORIES");
}
