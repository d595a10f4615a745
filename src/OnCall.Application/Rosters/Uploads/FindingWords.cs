using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>What does not fit in a roster, in the words of every review of one.</summary>
internal static class FindingWords
{
    /// <summary>The stable code of numbers that do not fit the coverage.</summary>
    public static string Code(RosterFinding finding) => finding.Kind == RosterFindingKind.TooMany ? "overlap" : "too-few";

    /// <summary>Too many people of tier 1, or too few.</summary>
    public static string Number(RosterFinding finding, string role, DateTimeZone zone)
    {
        var number = finding.Kind == RosterFindingKind.TooMany ? "more than one primary" : "fewer primaries than it needs";
        return $"'{role}' has {number} from {Time(finding.Start, zone)} to {Time(finding.End, zone)}: {finding.People}.";
    }

    /// <summary>Covers of people who are not on while they are stood in for, by these shifts or by another cover.</summary>
    public static IEnumerable<Cover> CoversLeft(IReadOnlyList<Cover> covers, IReadOnlyList<NewShift> shifts) => covers.Where(c => c.Instead is { } instead
        && !covers.Any(other => other.Person == instead && other.Start < c.End && c.Start < other.End)
        && !shifts.Any(s => s.Person == instead && s.Start < c.End && c.Start < s.End));

    public static string CoverLeft(Cover cover, string role, DateTimeZone zone) =>
        $"A cover on '{role}' from {Time(cover.Start, zone)} to {Time(cover.End, zone)} replaces somebody who is no longer on. It stays in force: remove it if it is not meant.";

    public static string Time(Instant at, DateTimeZone zone) => at.InZone(zone).ToString("uuuu-MM-dd HH:mm", null);
}
