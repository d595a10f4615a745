using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Domain.Notices;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>
/// Tells schedulers of gaps 72 h, 24 h and 1 h before they begin. Every node looks; what one writes another cannot write again. Looks anew when a
/// roster has changed and with every minute; while neither is so it costs the snapshot's own check.
/// </summary>
public sealed partial class WarnOfGaps(
    GapReader reader, IGapWarnings warnings, IRosterReads rosters, IDirectoryReads directory, IPersonStore people, NoticeDraft draft, IIdSource ids,
    IClock clock, ILogger<WarnOfGaps> logger)
{
    private static readonly Duration Every = Duration.FromMinutes(1);

    private KnownGaps? _seen;
    private Instant _lookedAt;

    /// <summary>Looks when it is time to; answers how many gaps it told of.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var known = await reader.ReadAsync(cancellationToken);
        if (known == _seen && now >= _lookedAt && now - _lookedAt < Every)
        {
            return 0;
        }

        // In this order: whatever another node has told by a newer roster is then not taken for filled by an older one.
        var open = await warnings.OpenAsync(cancellationToken);
        if (await rosters.StampAsync(cancellationToken) != known.Stamp)
        {
            return 0;
        }

        var changes = await ChangesAsync(known, open, now, cancellationToken);
        if (!changes.IsEmpty && !await warnings.WriteAsync(changes, cancellationToken))
        {
            LogLost();
            return 0;
        }

        (_seen, _lookedAt) = (known, now);
        return changes.New.Count;
    }

    private async Task<GapWarningChanges> ChangesAsync(KnownGaps known, IReadOnlyList<GapWarning> open, Instant now, CancellationToken cancellationToken)
    {
        var told = open.Select(w => w.Told).ToList();
        var due = GapWarnings.Due(known.Gaps, told, now);
        var closing = Closing(known, told, due, now);
        var stuck = open.Where(w => w is { UntoldAt: null, HasFailed: true } && !closing.ContainsKey(w.Id)).ToList();
        if (due.Count + stuck.Count + closing.Count == 0)
        {
            return new GapWarningChanges(known.Stamp, [], [], [], [], [], []);
        }

        var circles = due.Count + stuck.Count == 0 ? null : await WarnedCircles.LoadAsync(directory, people, cancellationToken);
        var telling = new GapTelling(draft, now);
        var added = due.Select(d => Add(telling, circles!, known, d, now)).ToList();
        var widened = stuck.Where(w => known.Scopes.ContainsKey(w.Role)).Select(w => Widen(telling, circles!, known, w, now)).ToList();
        foreach (var warning in open.Where(w => closing.GetValueOrDefault(w.Id) is { As: GapClosing.Filled }))
        {
            telling.Fill(warning);
        }

        var active = (await directory.PeopleAsync(telling.ToldBefore, cancellationToken)).Where(p => p.Active).ToList();
        var notices = telling.Notices(active).ToList();
        return new GapWarningChanges(
            known.Stamp, added, widened, [.. closing.Values], [.. notices.Select(n => n.Notice)],
            [.. notices.SelectMany(n => n.Warnings.Select(w => (w, n.Notice.Id)))], telling.Audit);
    }

    private static Dictionary<GapWarningId, ClosedWarning> Closing(KnownGaps known, List<ToldGap> told, IReadOnlyList<GapDue> due, Instant now)
    {
        var closing = told.Where(t => GapWarnings.IsOver(t, now)).ToDictionary(t => t.Id, t => new ClosedWarning(t.Id, GapClosing.Over, now));
        foreach (var filled in GapWarnings.Filled(known.Gaps, told, now))
        {
            closing.TryAdd(filled.Id, new ClosedWarning(filled.Id, GapClosing.Filled, now));
        }

        foreach (var replaced in due.SelectMany(d => d.Replaced))
        {
            closing.TryAdd(replaced, new ClosedWarning(replaced, GapClosing.Replaced, now));
        }

        return closing;
    }

    private NewGapWarning Add(GapTelling telling, WarnedCircles circles, KnownGaps known, GapDue due, Instant now)
    {
        var (scope, gap) = (known.Scopes[due.Gap.Role], due.Gap);
        var (id, never) = (new GapWarningId(ids.NewId()), !known.Rostered.Contains(gap.Role));
        var (circle, reaches) = telling.Tell(
            id, new GapFact(scope.Role.Name, gap.Start, gap.End, gap.Size, scope.Zone), due.Lead, GapWarnings.PointlessFrom(gap, due.Lead),
            GapTelling.UrgencyOf(due.Lead, never), scope.Role.Code, circles.Of(scope), 0);
        return new NewGapWarning(id, due, scope.Zone, Math.Max(circle, 0), now, reaches ? null : now, never);
    }

    private static WidenedWarning Widen(GapTelling telling, WarnedCircles circles, KnownGaps known, GapWarning warning, Instant now)
    {
        var scope = known.Scopes[warning.Role];
        var gap = new Gap(warning.Role, warning.Start, warning.End, warning.Size);
        var (circle, reaches) = telling.Tell(
            warning.Id, warning.Fact, warning.Lead, GapWarnings.PointlessFrom(gap, warning.Lead),
            GapTelling.UrgencyOf(warning.Lead, warning.NeverRostered), scope.Role.Code, circles.Of(scope), warning.Circle + 1);
        return new WidenedWarning(warning.Id, warning.Circle, Math.Max(circle, warning.Circle), reaches ? null : now);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "What is to be told of gaps was not written: a roster has changed, or another node has told it")]
    private partial void LogLost();
}
