using Microsoft.AspNetCore.Html;
using NodaTime;
using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Wording;

/// <summary>What a page does next by itself, in words.</summary>
internal static class UpcomingText
{
    internal static string Of(Texts t, Upcoming? upcoming, Instant now) =>
        upcoming is null ? t["Nothing is due"] : string.Format(t.Culture, WithBlank(t, upcoming.Kind), t.Until(upcoming.At, now));

    /// <summary>The same, with a wait that a script counts down.</summary>
    internal static IHtmlContent Live(Texts t, Upcoming upcoming, Instant now) =>
        new HtmlFormattableString(t.Culture, WithBlank(t, upcoming.Kind), Countdown.Of(t, upcoming.At, now));

    private static string WithBlank(Texts t, UpcomingKind kind) => kind switch
    {
        UpcomingKind.NextStep => t["Next step {0}"],
        UpcomingKind.TakeOverEnds => t["The desk rings {0} unless somebody has it by then"],
        UpcomingKind.DeskReached => t["On the desk's board {0}"],
        UpcomingKind.OutcomeDue => t["The outcome is due {0}"],
        UpcomingKind.GoesOn => t["Open again {0} unless somebody who has it answers"],
        UpcomingKind.DeskRings => t["The desk rings again {0}"],
    };
}
