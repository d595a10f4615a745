using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>A notification that this node may send until its claim ends.</summary>
/// <param name="Attempt">1 on the first try; with the node it is the proof of the claim.</param>
/// <param name="Text">Built from the page when it was claimed.</param>
/// <param name="Language">The person's, as far as a call speaks it.</param>
public sealed record ClaimedNotification(
    NotificationId Id,
    PageId Page,
    PersonId? Person,
    string? PersonName,
    ContactMethodId? Method,
    ContactMethodKind Kind,
    string Address,
    int Attempt,
    Instant ClaimedUntil,
    ExternalText Text,
    SpokenLanguage Language = SpokenLanguage.BritishEnglish)
{
    /// <summary>When the page's next step is due; null when nothing more is.</summary>
    public Instant? NextStepAt { get; init; }
}
