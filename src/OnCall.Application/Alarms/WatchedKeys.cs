using NodaTime;
using OnCall.Application.Sealing;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>Looks at whether somebody has put a key of their own among those that words are sealed with: one read of a few rows.</summary>
public sealed class WatchedKeys(ISealingKeys keys) : IAlarmSource
{
    public IReadOnlyCollection<AlarmKind> Kinds { get; } = [AlarmKind.StrangeKey];

    public async Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken) =>
        [.. (await keys.StrangersAsync(cancellationToken)).Select(id => new ObservedAlarm(
            AlarmKind.StrangeKey, id, AlarmSeverity.Serious, "A key to seal with lies in the database that OnCall did not write, or not like this. It is not used."))];
}
