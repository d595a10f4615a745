using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>Looks at what is due and not done.</summary>
public sealed class WatchedWork(IOverdueReads overdue) : IAlarmSource
{
    public IReadOnlyCollection<AlarmKind> Kinds { get; } = [AlarmKind.Backlog];

    public async Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken) =>
        [.. BacklogRules.Observe(await overdue.OldestAsync(now, cancellationToken), standing, now)];
}
