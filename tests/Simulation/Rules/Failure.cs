using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Simulation.Tests.Seeing;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>A provider has said that an attempt to ask a person failed, or has kept its caller waiting for too long.</summary>
/// <param name="At">True time at which a node knew.</param>
/// <param name="IsFinal">Nothing better was said of it later.</param>
internal sealed record Failure(NotificationId Notification, PersonId Person, ContactMethodKind Kind, Instant At, bool IsFinal)
{
    private static readonly Duration LongestCall = Duration.FromSeconds(9);

    public static IReadOnlyList<Failure> Of(SeenPage page, Sight sight, Allowance allowed)
    {
        var failures = new List<Failure>();
        foreach (var call in page.Calls.Where(c => c.Asks && page.PersonOf(c) is not null))
        {
            var receipts = sight.Receipts.Where(r => r.Call == call && r.TakenAt is not null).ToList();
            var better = receipts.Exists(r => r.Status is DeliveryStatus.Delivered or DeliveryStatus.Accepted) || page.Calls.Any(c => c.Id == call.Id && c.At > call.At);
            // A receipt that was quicker, of this attempt or of one before, has said something better, and stands.
            if (KnownAt(call, allowed) is { } at && !HasArrived(page, call, sight, at) && !receipts.Exists(r => r.Status == DeliveryStatus.Accepted && r.TakenAt <= at))
            {
                failures.Add(new Failure(call.Id, page.PersonOf(call)!.Value, call.Kind, at, !better));
            }

            // A failure that is told after something better, or about an attempt whose answer was never written, may be passed over.
            if (call.Answer == DeliveryStatus.Accepted && call.AnsweredAt - call.At < LongestCall && receipts is [{ Status: DeliveryStatus.FailedForGood, TakenAt: { } told }]
                && !HasArrived(page, call, sight, told) && !WentOutAgain(page, call, told))
            {
                failures.Add(new Failure(call.Id, page.PersonOf(call)!.Value, call.Kind, Instant.Max(told, call.AnsweredAt!.Value), !better));
            }
        }

        return failures;
    }

    // By this attempt or by one before; whoever presses a key has answered the telephone.
    private static bool HasArrived(SeenPage page, Nodes.Call call, Sight sight, Instant by) =>
        sight.Receipts.Exists(r => r.Call.Id == call.Id && r.Status == DeliveryStatus.Delivered && r.TakenAt <= by)
        || (call.Kind == ContactMethodKind.Voice
            && page.Events.Any(e => e.Kind == PageEventKind.Delivered && e.Channel == call.Kind && e.Person == page.PersonOf(call) && e.At >= call.At && e.At <= by));

    // A later attempt stands for it; should that fail too, that is a failure of its own.
    private static bool WentOutAgain(SeenPage page, Nodes.Call call, Instant by) =>
        page.Calls.Any(c => c.Id == call.Id && c.At > call.At && c.Answer == DeliveryStatus.Accepted && c.AnsweredAt <= by);

    // Where a node stood still over a call, either of two timers may have rung first: then nothing is said.
    private static Instant? KnownAt(Nodes.Call call, Allowance allowed) =>
        call.AnsweredAt is { } answered && answered - call.At < LongestCall
            ? call.Answer is DeliveryStatus.FailedForNow or DeliveryStatus.FailedForGood or DeliveryStatus.Indeterminate ? answered : null
            : allowed.WasHit(call.Node, call.At, call.At + LongestCall) ? null
            : call.At + LongestCall;
}
