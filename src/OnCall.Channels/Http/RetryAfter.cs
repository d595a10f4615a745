using NodaTime;

namespace OnCall.Channels.Http;

/// <summary>How long a provider asks to be left alone (RFC 9110, section 10.2.3): seconds, or a date, which counts from the answer's own.</summary>
internal static class RetryAfter
{
    // A provider that says more is not believed: a day later a page is nobody's any more.
    private static readonly Duration Longest = Duration.FromHours(1);

    internal static Duration? Of(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } seconds } => Duration.FromTimeSpan(seconds),
            { Date: { } at } when response.Headers.Date is { } now => Duration.FromTimeSpan(at - now),
            _ => (Duration?)null,
        };
        return wait is { } said ? Duration.Max(Duration.Zero, Duration.Min(said, Longest)) : null;
    }
}
