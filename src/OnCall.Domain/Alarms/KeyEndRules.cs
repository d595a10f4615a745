using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>
/// Whether integrations are about to fall silent: a laboratory whose key has ended pages nobody. A key is not missed once the integration uses
/// another that lasts longer, and has stopped using this one: two analysers may be of one name.
/// </summary>
public static class KeyEndRules
{
    /// <summary>So long before its end it is told.</summary>
    public static readonly Duration Soon = Duration.FromDays(14);

    // An analyser that sends at all does so within a day.
    private static readonly Duration LaidDown = Duration.FromDays(1);

    // By then whoever needed it has noticed, or nobody did.
    private static readonly Duration Forgotten = Duration.FromDays(30);

    public static IEnumerable<ObservedAlarm> Observe(IReadOnlyCollection<IntegrationKey> keys, Instant now)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return
            from key in keys
            where key.EndsAt is { } end && end - now <= Soon && now - end < Forgotten && !keys.Any(other => Replaces(other, key, now))
            let ended = key.EndsAt <= now
            let at = UtcText.Second(key.EndsAt!.Value)
            select new ObservedAlarm(
                AlarmKind.KeyEnding, $"{key.Integration} {key.Id}", ended ? AlarmSeverity.Serious : AlarmSeverity.Warning,
                ended ? $"A key of {key.Integration} ended at {at}: what it still sends by it is refused." : $"A key of {key.Integration} ends at {at}.",
                ended ? key.EndsAt : null);
    }

    private static bool Replaces(IntegrationKey other, IntegrationKey key, Instant now) =>
        other.Integration == key.Integration && other.UsedAt > (key.UsedAt ?? Instant.MinValue) && (other.EndsAt is not { } end || (end > key.EndsAt && end > now))
        && IsLaidDown(key, now);

    // Used up to its end, it was needed to its end.
    private static bool IsLaidDown(IntegrationKey key, Instant now) =>
        key.UsedAt is not { } used || Instant.Min(now, key.EndsAt!.Value) - used >= LaidDown;
}
