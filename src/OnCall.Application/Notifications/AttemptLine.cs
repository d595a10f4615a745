using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>What an attempt leaves on its page's trail.</summary>
public static class AttemptLine
{
    /// <param name="who">The person's name; null for a role's own device.</param>
    /// <param name="attempt">From 1 on.</param>
    public static PageEvent Of(PageId page, Instant at, PersonId? person, string? who, ContactMethodKind channel, int attempt, DeliveryAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new PageEvent(0, page, at, KindOf(answer.Status), person, who, channel, $"Attempt {attempt}: {answer.Detail}");
    }

    public static PageEventKind KindOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Accepted => PageEventKind.Accepted,
        DeliveryStatus.Delivered => PageEventKind.Delivered,
        DeliveryStatus.FailedForNow or DeliveryStatus.FailedForGood => PageEventKind.Failed,
        DeliveryStatus.Indeterminate => PageEventKind.Indeterminate,
    };
}
