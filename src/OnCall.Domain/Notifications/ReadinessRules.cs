using NodaTime;

namespace OnCall.Domain.Notifications;

/// <summary>Whether somebody who is on shift soon can be relied on to hear a page.</summary>
public static class ReadinessRules
{
    /// <summary>So long ahead of a shift its person is told what does not answer.</summary>
    public static readonly Duration Ahead = Duration.FromHours(12);

    /// <summary>What has worked within this time is taken to work still.</summary>
    public static readonly Duration Fresh = Duration.FromDays(7);

    /// <summary>Whether a shift is looked at now: it goes on, or begins within <see cref="Ahead"/>.</summary>
    public static bool IsNear(Instant start, Instant end, Instant now) => start - Ahead <= now && now < end;

    /// <summary>Whether a contact method has worked lately enough, and not failed since.</summary>
    /// <param name="worked">When something last reached it, or its provider last took something for it; null for never.</param>
    /// <param name="failed">When something for it last failed; null for never.</param>
    public static bool HasWorked(Instant? worked, Instant? failed, Instant now) => worked is { } at && now - at < Fresh && !(failed > at);
}
