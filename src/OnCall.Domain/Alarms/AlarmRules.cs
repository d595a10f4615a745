using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>
/// Raises at the first sight and clears after a quiet while, so that an alarm neither comes late nor flaps. The limits of each kind
/// are easier to keep than to break, too: see the rules beside this one.
/// </summary>
public static class AlarmRules
{
    /// <summary>How long what was wrong must not have been seen before the alarm goes.</summary>
    public static readonly Duration QuietFor = Duration.FromMinutes(1);

    /// <summary>How often a standing alarm is written again at the most.</summary>
    public static readonly Duration SeenEvery = Duration.FromSeconds(10);

    /// <param name="standing">The alarms that stand, of every kind.</param>
    /// <param name="observed">What is wrong now.</param>
    /// <param name="lookedAt">The kinds that could be looked at: alarms of the others are neither raised nor cleared.</param>
    /// <param name="now">The installation's time.</param>
    public static AlarmChanges Compare(
        IReadOnlyCollection<Alarm> standing, IReadOnlyCollection<ObservedAlarm> observed, IReadOnlySet<AlarmKind> lookedAt, Instant now)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(observed);
        var known = standing.ToDictionary(a => a.Key);
        var seen = observed.DistinctBy(o => o.Key).ToDictionary(o => o.Key);
        return new AlarmChanges(
            [.. seen.Values.Where(o => !known.ContainsKey(o.Key))],
            [.. standing.Where(a => seen.ContainsKey(a.Key)).Select(a => Again(a, seen[a.Key], now)).OfType<Alarm>()],
            [.. standing.Where(a => lookedAt.Contains(a.Kind) && !seen.ContainsKey(a.Key) && now - a.LastSeen >= QuietFor)]);
    }

    /// <summary>Null when nothing of it needs to be written.</summary>
    private static Alarm? Again(Alarm alarm, ObservedAlarm observed, Instant now)
    {
        var changed = alarm.Severity != observed.Severity || alarm.Detail != observed.Detail;
        return changed || now - alarm.LastSeen >= SeenEvery
            ? alarm with { Severity = observed.Severity, Detail = observed.Detail, LastSeen = Instant.Max(alarm.LastSeen, now) }
            : null;
    }
}
