using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Notices;

/// <summary>A claimed delivery with what its text is built from, as a row.</summary>
internal sealed class ClaimedDeliveryRow
{
    public NotificationId Id { get; set; }

    public string Kind { get; set; } = "";

    public string Address { get; set; } = "";

    public int Attempt { get; set; }

    public Instant ClaimedUntil { get; set; }

    public NoticeId Notice { get; set; }

    public string NoticeKind { get; set; } = "";

    public string Facts { get; set; } = "";

    public string Urgency { get; set; } = "";

    public Instant ExpiresAt { get; set; }

    public ClaimedDelivery ToClaimed() => new(
        Id, Enum.Parse<ContactMethodKind>(Kind), Address, Attempt, ClaimedUntil, ExpiresAt,
        new NoticeText(Notice, Enum.Parse<NoticeUrgency>(Urgency), NoticeJson.Read(Enum.Parse<NoticeKind>(NoticeKind), Facts)));
}
