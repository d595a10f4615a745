using NodaTime;
using OnCall.Application.Rosters.Pulls;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>Looks at whether rosters that are fetched come through: one read of the few rows that are on.</summary>
public sealed class WatchedPulls(IRosterPulls pulls) : IAlarmSource
{
    public IReadOnlyCollection<AlarmKind> Kinds { get; } = [AlarmKind.RosterPullFailed, AlarmKind.RosterPullStale];

    public async Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken) =>
        [.. RosterPullRules.Observe(await pulls.StatesAsync(cancellationToken), now)];
}
