using NodaTime;
using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Wording;

/// <summary>What a page does next by itself, in words.</summary>
internal static class UpcomingText
{
    internal static string Of(Texts t, Upcoming? upcoming, Instant now) => upcoming is null ? t["Nothing is due"] : upcoming.Kind switch
    {
        UpcomingKind.NextStep => t["Next step {0}", t.Until(upcoming.At, now)],
        UpcomingKind.TakeOverEnds => t["The desk rings {0} unless somebody has it by then", t.Until(upcoming.At, now)],
        UpcomingKind.DeskReached => t["On the desk's board {0}", t.Until(upcoming.At, now)],
        UpcomingKind.OutcomeDue => t["The outcome is due {0}", t.Until(upcoming.At, now)],
        UpcomingKind.GoesOn => t["Open again {0} unless somebody who has it answers", t.Until(upcoming.At, now)],
        UpcomingKind.DeskRings => t["The desk rings again {0}", t.Until(upcoming.At, now)],
    };
}
