using NodaTime;
using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Wording;

/// <summary>What a page does next by itself, in words.</summary>
internal static class UpcomingText
{
    internal static string Of(Upcoming? upcoming, Instant now) => upcoming is null ? "Nothing is due" : upcoming.Kind switch
    {
        UpcomingKind.NextStep => $"Next step {TimeText.Until(upcoming.At, now)}",
        UpcomingKind.TakeOverEnds => $"The desk rings {TimeText.Until(upcoming.At, now)} unless somebody has it by then",
        UpcomingKind.DeskReached => $"On the desk's board {TimeText.Until(upcoming.At, now)}",
        UpcomingKind.OutcomeDue => $"The outcome is due {TimeText.Until(upcoming.At, now)}",
        UpcomingKind.GoesOn => $"Open again {TimeText.Until(upcoming.At, now)} unless somebody who has it answers",
        UpcomingKind.DeskRings => $"The desk rings again {TimeText.Until(upcoming.At, now)}",
    };
}
