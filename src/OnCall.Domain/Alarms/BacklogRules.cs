using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>Whether what is due gets done.</summary>
public static class BacklogRules
{
    /// <summary>The subject of the alarm for steps of pages; a lane's is the name of its kind.</summary>
    public const string Pages = "pages";

    // Longer than a claim: what a crashed node leaves behind is taken up again after 10 s.
    private static readonly Duration TooLong = Duration.FromSeconds(15);
    private static readonly Duration Enough = Duration.FromSeconds(5);

    /// <param name="overdue">The longest due of each kind.</param>
    /// <param name="standing">The alarms that stand: their limit is easier to keep.</param>
    /// <param name="now">The installation's time.</param>
    public static IEnumerable<ObservedAlarm> Observe(IEnumerable<OverdueWork> overdue, IReadOnlyCollection<Alarm> standing, Instant now)
    {
        ArgumentNullException.ThrowIfNull(overdue);
        return
            from work in overdue
            let subject = work.Channel is { } lane ? ChannelName.Subject(lane) : Pages
            let limit = standing.Any(a => a.Key == (AlarmKind.Backlog, subject)) ? Enough : TooLong
            where now - work.DueAt >= limit
            select new ObservedAlarm(
                AlarmKind.Backlog, subject, AlarmSeverity.Critical,
                work.Channel is { } channel ? $"Messages wait to be sent by {ChannelName.Of(channel)}." : "Pages wait for their next step.",
                work.DueAt);
    }
}
