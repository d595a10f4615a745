using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>What is to be said of the roster that a rotation would leave.</summary>
internal static class RotationFindings
{
    /// <summary>Gaps, said once, and numbers that do not fit the coverage, over the time that the rotation makes shifts for.</summary>
    public static void WarnOfRoster(RosterProblems problems, PlannedRotation planned, RoleScope scope)
    {
        var inForce = planned.View.Of(scope.Role.Id);
        var gone = planned.People.Values.Where(p => !p.Active).Select(p => p.Id).Concat(inForce.Inactive).ToHashSet();
        var timeline = RoleTimeline.Of(inForce with { Shifts = planned.After, Inactive = gone });
        var findings = RosterGap.Find(timeline, scope.Role.Coverage, scope.Zone, scope.Holidays, planned.From, planned.Rotation.MadeTo);
        var gaps = findings.Where(f => f.Kind == RosterFindingKind.Uncovered).ToList();
        if (gaps.Count > 0)
        {
            var more = gaps.Count == 1 ? "" : $" There are {gaps.Count} such gaps, {Math.Round(gaps.Sum(g => (g.End - g.Start).TotalHours), 1)} hours in all.";
            problems.Warn(0, "", "gap", $"Nobody is on '{scope.Role.Name}' from {FindingWords.Time(gaps[0].Start, scope.Zone)} to {FindingWords.Time(gaps[0].End, scope.Zone)}.{more}");
        }

        foreach (var finding in findings.Where(f => f.Kind != RosterFindingKind.Uncovered))
        {
            problems.Warn(0, "", FindingWords.Code(finding), FindingWords.Number(finding, scope.Role.Name, scope.Zone));
        }
    }

    /// <summary>Hand-offs at a time that the clocks skip or repeat.</summary>
    public static void WarnOfClocks(RosterProblems problems, Rotation rotation, RoleScope scope, Instant from, Instant to)
    {
        foreach (var turn in RotationTurns.Of(rotation, scope.Clock, from, to).Where(t => t.Clock != WallClock.Exact))
        {
            var written = $"{RotationText.Date(turn.Day)} {RotationText.Time(rotation.HandOff)}";
            if (turn.Clock == WallClock.Skipped)
            {
                problems.Warn(0, "", "skipped-time", $"The clocks skip {written}, the time of a hand-off: it is at {FindingWords.Time(turn.Start, scope.Zone)}, the first moment after the gap.", written);
            }
            else
            {
                problems.Warn(0, "", "repeated-time", $"The clocks show {written}, the time of a hand-off, twice: it is at the first.", written);
            }
        }
    }

    /// <summary>Shifts of another source that the rotation is cut around, said once.</summary>
    public static void WarnOfOthers(RosterProblems problems, PlannedRotation planned, RoleScope scope)
    {
        var left = planned.Others.Where(o => planned.Made.Any(m => m.Start < o.End && o.Start < m.End)).OrderBy(o => o.Start).ToList();
        if (left.Count > 0)
        {
            var many = left.Count == 1 ? "One shift that was published" : $"{left.Count} shifts that were published";
            problems.Warn(0, "", "held-by-others", $"{many} otherwise on tier {planned.Rotation.Rotation.Tier} of '{scope.Role.Name}' stay as they are, the first from {FindingWords.Time(left[0].Start, scope.Zone)} to {FindingWords.Time(left[0].End, scope.Zone)}: the rotation goes around them.");
        }
    }
}
