using OnCall.Application.Paging;
using OnCall.Application.Readiness;

namespace OnCall.Api.Screens.Wording;

/// <summary>How far a page has come to somebody by one technology, in words with a sign before them.</summary>
/// <param name="Sign">Says the same at a glance; hidden from screen readers.</param>
/// <param name="Style">Class of the style sheet; colour never stands alone.</param>
internal sealed record ReachText(string Sign, string Words, string Style)
{
    /// <summary>The last that is known of each technology, by the names in the trail.</summary>
    internal static IReadOnlyList<ReachText> Of(Texts t, PageView page, PersonLine person) =>
    [
        .. page.Events
            .Where(e => e.Channel is not null && e.Who == person.Name && Far(e.Kind) > 0)
            .GroupBy(e => e.Channel!, StringComparer.Ordinal)
            .Select(g => g.Aggregate((best, next) => Far(next.Kind) >= Far(best.Kind) ? next : best))
            .Select(e => Of(t, e)),
    ];

    /// <summary>A way to reach the reader: <c>SMS +4479…</c>, or a device by its name.</summary>
    internal static string Named(Texts t, MethodReadiness method) => $"{ChannelText.Own(t, method.Kind)} {method.Name}";

    // A receipt may come in before the answer to the call that caused it.
    private static int Far(string kind) => kind switch
    {
        "attempt" => 1,
        "accepted" => 2,
        "indeterminate" or "failed" => 3,
        "delivered" => 4,
        "seen" => 5,
        _ => 0,
    };

    private static ReachText Of(Texts t, EventLine line) => line.Kind switch
    {
        "seen" => new("●", t["{0}: seen", ChannelText.Of(t, line.Channel!)], "good"),
        "delivered" => new("✓✓", t["{0}: delivered", ChannelText.Of(t, line.Channel!)], "good"),
        "accepted" => new("✓", t["{0}: on its way", ChannelText.Of(t, line.Channel!)], ""),
        "failed" => new("✗", t["{0}: failed", ChannelText.Of(t, line.Channel!)], "bad"),
        "indeterminate" => new("?", t["{0}: unknown whether it arrived", ChannelText.Of(t, line.Channel!)], "warn"),
        _ => new("…", t["{0}: sending", ChannelText.Of(t, line.Channel!)], ""),
    };
}
