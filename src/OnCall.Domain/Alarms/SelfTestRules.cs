using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>Whether the page of each minute comes through: accepted, sent, delivered and acknowledged within 10 s.</summary>
public static class SelfTestRules
{
    /// <summary>How long a page may take from acceptance to acknowledgement.</summary>
    public static readonly Duration Limit = Duration.FromSeconds(10);

    private const string Subject = "self-test";

    // A minute, and the time that a slow start of one may take.
    private static readonly Duration Silent = Duration.FromSeconds(90);

    /// <param name="pages">Those of the last minutes, in any order.</param>
    /// <param name="watchingSince">Since when this is watched.</param>
    /// <param name="now">The installation's time.</param>
    public static IEnumerable<ObservedAlarm> Observe(IReadOnlyCollection<TestPage> pages, Instant watchingSince, Instant now)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var latest = pages.MaxBy(p => p.SentAt);
        if (now - Instant.Max(latest?.SentAt ?? watchingSince, watchingSince) > Silent)
        {
            return [Lost("No test page has been accepted for over a minute.", latest?.SentAt)];
        }

        return pages.Where(p => Passed(p) || now - p.SentAt > Limit).MaxBy(p => p.SentAt) is { } finished && !Passed(finished)
            ? [Lost(Stage(finished), finished.SentAt)]
            : [];
    }

    public static bool Passed(TestPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.AnsweredAt is { } at && at - page.SentAt <= Limit;
    }

    private static string Stage(TestPage page) =>
        page.AnsweredAt is not null ? "The last test page took longer than 10 s to be acknowledged."
        : page.Delivered ? "The last test page was delivered, but could not be acknowledged within 10 s."
        : "The last test page was accepted, but not delivered within 10 s.";

    private static ObservedAlarm Lost(string detail, Instant? since) => new(AlarmKind.SyntheticPageLost, Subject, AlarmSeverity.Critical, detail, since);
}
