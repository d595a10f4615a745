using NodaTime;
using OnCall.Application.Rosters.Gaps;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>Looks at gaps that are near or running, by what was told of them: the tables that <see cref="WarnOfGaps"/> writes.</summary>
public sealed class WatchedGaps(IGapWarnings warnings) : IAlarmSource
{
    public IReadOnlyCollection<AlarmKind> Kinds { get; } = [AlarmKind.RosterGap, AlarmKind.GapUntold];

    public async Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken)
    {
        var open = (await warnings.OpenAsync(cancellationToken)).Where(w => !w.NeverRostered);
        return [.. RosterGapRules.Observe(open.GroupBy(w => (w.Role, w.Start)).Select(g => OnBoard([.. g])), now)];
    }

    // The nearest lead counts: told three days ahead and to nobody a day ahead is untold.
    private static GapOnBoard OnBoard(IReadOnlyCollection<GapWarning> tellings)
    {
        var nearest = tellings.MaxBy(w => (w.Lead, w.At))!;
        var reached = tellings.SelectMany(w => w.People).Where(p => p.HasReached).Select(p => p.Name).Distinct(StringComparer.Ordinal);
        return new GapOnBoard(nearest.RoleCode, nearest.Fact, [.. reached.Order(StringComparer.Ordinal)], nearest is { UntoldAt: not null, HasReached: false });
    }
}
