using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Warns of what a roster would look like once it is in force: gaps, clashes, covers that replace nobody.</summary>
internal sealed class RosterReview(RosterReading reading, RosterView inForce, RoleBook roles, IReadOnlySet<PersonId> inactive)
{
    /// <param name="shifts">The rows of one role.</param>
    /// <param name="scope">Null for a role that the upload brings along.</param>
    public void Review(RoleRange range, IReadOnlyList<MatchedShift> shifts, RoleScope? scope, DateTimeZone uploadZone)
    {
        var zone = scope?.Zone ?? uploadZone;
        var covers = inForce.Of(range.Role).Covers.Where(c => range.Touches(c.Start, c.End)).ToList();
        var drafted = shifts.Select(m => new Shift(default, m.Shift.Role, m.Shift.Person, m.Shift.Tier, m.Shift.Start, m.Shift.End, m.Shift.Label)).ToList();
        var gone = inactive.Union(inForce.Of(range.Role).Inactive).ToHashSet();
        var timeline = RoleTimeline.Of(new RoleRoster(range.Role, drafted, covers, gone));
        var findings = RosterGap.Find(timeline, scope?.Role.Coverage ?? Coverage.AllDay, zone, scope?.Holidays ?? NoDays.Holidays, range.Start, range.End);
        WarnOfGaps(range, shifts, [.. findings.Where(f => f.Kind == RosterFindingKind.Uncovered)], zone);
        WarnOfNumbers(range, shifts, [.. findings.Where(f => f.Kind != RosterFindingKind.Uncovered)], zone);
        WarnOfCovers(range, shifts, covers, zone);
    }

    private void WarnOfGaps(RoleRange range, IReadOnlyList<MatchedShift> shifts, List<RosterFinding> gaps, DateTimeZone zone)
    {
        if (gaps.Count == 0)
        {
            return;
        }

        // Said once for a role: a role that is staffed by day only would fill the answer with its nights.
        var first = gaps[0];
        var before = shifts.Where(m => m.Shift.End <= first.Start).MaxBy(m => m.Shift.End) ?? shifts[0];
        var more = gaps.Count == 1 ? "" : $" There are {gaps.Count} such gaps, {Math.Round(gaps.Sum(g => (g.End - g.Start).TotalHours), 1)} hours in all.";
        reading.Problems.Warn(before.Row, reading.Columns.End, "gap", $"Nobody is on '{roles.NameOf(range.Role)}' from {FindingWords.Time(first.Start, zone)} to {FindingWords.Time(first.End, zone)}.{more}");
    }

    private void WarnOfNumbers(RoleRange range, IReadOnlyList<MatchedShift> shifts, List<RosterFinding> findings, DateTimeZone zone)
    {
        foreach (var finding in findings)
        {
            var row = (shifts.Where(m => m.Shift.Start <= finding.Start && finding.Start < m.Shift.End).MaxBy(m => m.Shift.Start) ?? shifts[0]).Row;
            reading.Problems.Warn(row, reading.Columns.Start, FindingWords.Code(finding), FindingWords.Number(finding, roles.NameOf(range.Role), zone));
        }
    }

    private void WarnOfCovers(RoleRange range, IReadOnlyList<MatchedShift> shifts, List<Cover> covers, DateTimeZone zone)
    {
        foreach (var cover in FindingWords.CoversLeft(covers, [.. shifts.Select(m => m.Shift)]))
        {
            reading.Problems.Warn(shifts[0].Row, "", "cover-left", FindingWords.CoverLeft(cover, roles.NameOf(range.Role), zone));
        }
    }
}
