using NodaTime;

namespace OnCall.Domain.Rosters.Pulls;

/// <summary>When a roster is looked for again.</summary>
public static class PullTimes
{
    /// <summary>A file that may still be written is looked at again so soon.</summary>
    public static readonly Duration Settling = Duration.FromMinutes(1);

    /// <summary>Whatever failed is tried again at least so often, and for ever.</summary>
    public static readonly Duration Retry = Duration.FromHours(1);

    /// <summary>Content that has not changed is read anew after this, since events that repeat without an end are followed only so far.</summary>
    public static readonly Duration ReadAnew = Duration.FromDays(1);

    public static Instant Next(Duration every, bool failed, Instant now) => now + (failed ? Duration.Min(every, Retry) : every);
}
