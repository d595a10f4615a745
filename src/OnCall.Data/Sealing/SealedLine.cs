using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Data.Sealing;

/// <summary>Which lines of a trail hold words that somebody wrote.</summary>
internal static class SealedLine
{
    /// <summary>Null where OnCall itself wrote the line, of times, roles and channels: it stands as it is.</summary>
    public static string? Sealed(this TextSeal seal, PageEvent line) =>
        HoldsWords(line.Kind) ? seal.Seal(SealedColumn.PageEventDetail, line.Page.Value, line.Detail) : null;

    public static bool HoldsWords(PageEventKind kind) => kind switch
    {
        PageEventKind.Reply or PageEventKind.Refused or PageEventKind.Declined or PageEventKind.Acknowledged or PageEventKind.Reopened
            or PageEventKind.Escalated or PageEventKind.Rerouted or PageEventKind.Resolved or PageEventKind.Cancelled or PageEventKind.Message
            or PageEventKind.DeskReached => true,
        PageEventKind.Sent or PageEventKind.StepStarted or PageEventKind.StepSkipped or PageEventKind.Uncovered or PageEventKind.Unreachable
            or PageEventKind.Notified or PageEventKind.Repeated or PageEventKind.FallbackRole or PageEventKind.DeskRang or PageEventKind.HandedOver
            or PageEventKind.RanLate or PageEventKind.Attempt or PageEventKind.Accepted or PageEventKind.Delivered or PageEventKind.Failed
            or PageEventKind.Indeterminate or PageEventKind.Seen or PageEventKind.ReadBackNeeded or PageEventKind.AcknowledgementTimedOut
            or PageEventKind.TakenOver or PageEventKind.TakeOverEnded or PageEventKind.ContactMethodRemoved => false,
    };
}
