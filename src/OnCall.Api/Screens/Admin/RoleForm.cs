using OnCall.Application;
using OnCall.Application.Directory;

namespace OnCall.Api.Screens.Admin;

/// <summary>What the form of a role posts.</summary>
internal sealed class RoleForm
{
    internal const string Always = CoverageTimes.Always;
    internal const string Never = CoverageTimes.Never;
    internal const string Rows = "rows";
    internal const string Example = "cardiology/duty-physician";

    /// <summary>The code of the role that is changed; empty for a new one.</summary>
    public string? Was { get; set; }

    /// <summary>Stands for what the form was filled from (<see cref="Shown"/>).</summary>
    public string? Seen { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    /// <summary>One a line.</summary>
    public string? Aliases { get; set; }

    public string? OrgUnit { get; set; }

    public string? Policy { get; set; }

    public string? FallbackRole { get; set; }

    public string? TimeZone { get; set; }

    /// <summary><see cref="Always"/>, <see cref="Never"/>, or <see cref="Rows"/>.</summary>
    public string? Hours { get; set; } = Always;

    public List<SpanForm> Spans { get; set; } = [];

    /// <summary>How many are meant to be on at once.</summary>
    public string? People { get; set; }

    internal static RoleForm Of(RoleView role) => new()
    {
        Was = role.Code, Seen = Shown.Mark(role), Code = role.Code, Name = role.Name, Aliases = string.Join('\n', role.Aliases), OrgUnit = role.OrgUnit, Policy = role.Policy,
        FallbackRole = role.FallbackRole, TimeZone = role.TimeZone, Hours = role.Coverage.Hours?.Word ?? Rows,
        Spans = [.. (role.Coverage.Hours?.Spans ?? []).Select(SpanForm.Of)], People = role.Coverage.People?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <param name="before">What the role is now: what the form does not show stays so. Null for a new one.</param>
    internal PutRoleRequest ToRequest(RoleView? before) => new(
        Was.Filled() ?? Code.Filled(),
        Name,
        [.. (Aliases ?? "").Split('\n').Select(a => a.Filled()).OfType<string>()],
        OrgUnit.Filled(),
        Policy.Filled(),
        FallbackRole.Filled(),
        new CoverageBody(Hours == Rows ? new CoverageTimes(null, [.. Spans.Where(s => !s.IsEmpty).Select(s => s.ToSpan())]) : new CoverageTimes(Hours, null), People.Number()),
        before?.ContactMethods.Select(m => new ContactMethodInput(CamelCase.Of(m.Kind.ToString()), m.Address, m.Verified)).ToList(),
        TimeZone.Filled(),
        before?.Demand);
}
