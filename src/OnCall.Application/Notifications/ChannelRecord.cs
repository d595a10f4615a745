using NodaTime;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>
/// How a channel's provider answers this node: the one count of its trouble, by which the breaker and the alarm both go. Kept in memory: a
/// table of attempts would cost every message a write.
/// </summary>
public sealed class ChannelRecord(ContactMethodKind kind)
{
    private volatile Answers _latest = new(new ChannelStreak(kind, 0, null, null, null), Duration.Zero, null);

    public ChannelStreak Streak => _latest.Streak;

    /// <summary>When the provider may be asked again; it says so with its latest failure. Null where nothing has failed.</summary>
    public Instant? AskedToWaitUntil => _latest is { Streak.LastFailure: { } failed, Wait: var wait } ? failed + wait : null;

    /// <summary>What the provider said with its latest failure; null where nothing has failed.</summary>
    public string? Trouble => _latest.Trouble;

    /// <summary>Takes note of an attempt that was really made. What the provider refuses for good is an answer: it works.</summary>
    public void Note(DeliveryAnswer answer, Instant now)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Answers before;
        do
        {
            before = _latest;
        }
        while (Interlocked.CompareExchange(ref _latest, After(before, answer, now), before) != before);
    }

    private static Answers After(Answers before, DeliveryAnswer answer, Instant now) => answer.ProviderFault
        ? new Answers(before.Streak with { Failures = before.Streak.Failures + 1, Since = before.Streak.Since ?? now, LastFailure = now }, answer.RetryAfter ?? Duration.Zero, answer.Detail)
        : before with { Streak = before.Streak with { Failures = 0, Since = null, LastAnswer = now } };

    private sealed record Answers(ChannelStreak Streak, Duration Wait, string? Trouble);
}
