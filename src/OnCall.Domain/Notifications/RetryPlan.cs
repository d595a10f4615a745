using NodaTime;

namespace OnCall.Domain.Notifications;

/// <summary>
/// When an attempt that failed for now is made again: soon, then less and less often, and only while that can still help. Once the page's next
/// step is due others are asked, and a late repeat of an old message would ring at somebody who may no longer be needed.
/// </summary>
public static class RetryPlan
{
    /// <summary>How many attempts are made where nothing else ends them.</summary>
    public const int MostAttempts = 6;

    private static readonly Duration First = Duration.FromSeconds(2);
    private static readonly Duration Longest = Duration.FromSeconds(30);

    /// <summary>The instant of the next attempt; null when there is none.</summary>
    /// <param name="attempt">The attempt that has just failed, from 1.</param>
    /// <param name="nextStepAt">When the page's next step is due; null when nothing more is.</param>
    /// <param name="retryAfter">How long the provider asks to be left alone (RFC 9110, section 10.2.3).</param>
    public static Instant? Next(int attempt, Instant now, Instant? nextStepAt, Duration? retryAfter)
    {
        if (attempt >= MostAttempts)
        {
            return null;
        }

        var wait = First * (1 << Math.Min(attempt - 1, 8));
        var at = now + Duration.Max(Duration.Min(wait, Longest), retryAfter ?? Duration.Zero);
        return nextStepAt is { } due && at >= due ? null : at;
    }
}
