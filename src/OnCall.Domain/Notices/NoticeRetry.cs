using NodaTime;

namespace OnCall.Domain.Notices;

/// <summary>When an attempt to send a notice that failed for now is made again: after 1, 2, 4 and 8 min, while the notice still helps.</summary>
public static class NoticeRetry
{
    /// <summary>How many attempts are made by one contact method.</summary>
    public const int MostAttempts = 5;

    private static readonly Duration First = Duration.FromMinutes(1);

    /// <summary>The instant of the next attempt; null when there is none.</summary>
    /// <param name="attempt">The attempt that has just failed, from 1.</param>
    /// <param name="expiresAt">From when on the notice is pointless.</param>
    /// <param name="retryAfter">How long the provider asks to be left alone.</param>
    public static Instant? Next(int attempt, Instant now, Instant expiresAt, Duration? retryAfter)
    {
        if (attempt >= MostAttempts)
        {
            return null;
        }

        var at = now + Duration.Max(First * (1 << Math.Max(0, attempt - 1)), retryAfter ?? Duration.Zero);
        return at < expiresAt ? at : null;
    }
}
