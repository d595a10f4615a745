using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Answers;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Workloads;

namespace OnCall.Application.Rosters.Reports;

/// <summary>
/// How rosters share nights and weekends, where they had gaps, and how soon pages were answered. It tells much of people, and is for
/// schedulers, administrators and auditors of the roles.
/// </summary>
public sealed class ReadCoverageReport(RosterSelection selection, IRosterPeople people, IPageTimes pages)
{
    public static bool IsFor(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Grants.Any(g => g.Permission is Permission.Scheduler or Permission.Admin or Permission.Auditor);
    }

    /// <param name="caller">Whose permissions reach the roles.</param>
    /// <param name="orgUnit">The code of a unit: its roles and those below it; null or empty for all.</param>
    /// <param name="from">A time, or a date in each role's own zone.</param>
    /// <param name="to">As <paramref name="from"/>, exclusive; at most 93 days later.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<CoverageReport>> RunAsync(Caller caller, string? orgUnit, string? from, string? to, CancellationToken cancellationToken)
    {
        if (!IsFor(caller))
        {
            return Refusal.Forbidden("Reports of rosters are for schedulers, administrators and auditors.");
        }

        var selected = await selection.LoadAsync(caller, new RosterQuery(orgUnit, null, from, to), cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var shown = selected.Value.Roles
            .Where(s => s.Scope.Role.Code != Role.SelfTestCode && (s.Scope.MaySchedule(caller) || caller.May(Permission.Auditor, s.Scope.UnitAndAbove)))
            .OrderBy(s => s.Scope.Role.Name, StringComparer.InvariantCulture)
            .ToList();
        if (shown.Count == 0)
        {
            return new CoverageReport(default, default, [], []);
        }

        var (start, end) = (shown.Min(s => s.From), shown.Max(s => s.To));
        var timelines = shown.ToDictionary(s => s, s => RoleTimeline.Of(selected.Value.View.Of(s.Scope.Role.Id)));
        var sent = (await pages.OfAsync([.. shown.Select(s => s.Scope.Role.Id)], start, end, cancellationToken)).ToLookup(p => p.Role);
        var loads = WorkloadCount.Of(shown.SelectMany(s => Stretches(s, timelines[s])));
        var names = await people.ByIdAsync([.. loads.Select(w => w.Person)], cancellationToken);
        return new CoverageReport(
            start,
            end,
            [.. shown.Select(s => Line(s, timelines[s], [.. sent[s.Scope.Role.Id].Where(p => s.From <= p.SentAt && p.SentAt < s.To)]))],
            [.. loads.Select(w => new PersonShare(PersonName.Of(names.GetValueOrDefault(w.Person)), Hours(w.Time), w.Nights, w.WeekendDays, w.Holidays))]);
    }

    private static IEnumerable<WorkStretch> Stretches(SelectedRole selected, RoleTimeline timeline) =>
        RosterSpans.Of(timeline, selected.From, selected.To).Select(s => new WorkStretch(
            s.Person, Instant.Max(s.Since, selected.From), Instant.Min(s.Until, selected.To), selected.Scope.Zone, selected.Scope.Holidays));

    private static RoleCoverage Line(SelectedRole selected, RoleTimeline timeline, IReadOnlyList<PagedRole> pages)
    {
        var role = selected.Scope.Role;
        var gaps = RosterGap.Find(timeline, role.Coverage, selected.Scope.Zone, selected.Scope.Holidays, selected.From, selected.To)
            .Where(f => f.Kind == RosterFindingKind.Uncovered)
            .ToList();
        var waits = pages.Where(p => p.Urgency != Urgency.Routine && p.AcknowledgedAt is not null).Select(p => (p.AcknowledgedAt!.Value - p.SentAt).TotalSeconds).Order().ToList();
        return new RoleCoverage(
            new RoleName(role.Code, role.Name),
            Hours(gaps.Aggregate(Duration.Zero, (sum, g) => sum + (g.End - g.Start))),
            gaps.Count,
            pages.Count,
            pages.Count(p => p.AcknowledgedAt is null && !p.WasCancelled),
            Rank(waits, 0.5),
            Rank(waits, 0.9));
    }

    /// <summary>The smallest that so large a part of all does not exceed (nearest rank).</summary>
    private static double? Rank(List<double> ordered, double part) => ordered.Count == 0 ? null : Math.Round(ordered[(int)Math.Ceiling(part * ordered.Count) - 1], 1);

    private static double Hours(Duration time) => Math.Round(time.TotalHours, 1);
}
