using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;

namespace OnCall.Application.Notices;

/// <summary>A notice that is to be written, with the deliveries that it is sent by.</summary>
/// <param name="Subject">What it is about, in at most 200 characters: a person gets one notice of a kind about a subject, whoever writes it how often.</param>
/// <param name="ExpiresAt">From when on it is pointless to send it.</param>
public sealed record NewNotice(
    NoticeId Id, PersonId Person, string Subject, NoticeFacts Facts, NoticeUrgency Urgency, Instant CreatedAt, Instant ExpiresAt, IReadOnlyList<NewDelivery> Deliveries)
{
    /// <summary>Where it begins.</summary>
    public NoticeState State => Urgency == NoticeUrgency.InApp ? NoticeState.Shown : Deliveries.Count == 0 ? NoticeState.Untold : NoticeState.Open;
}
