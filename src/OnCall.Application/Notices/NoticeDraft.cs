using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notices;

/// <summary>
/// Makes notices ready to be written: with <see cref="WriteNotice"/>, or in the transaction of what they tell of (the stores append them as they
/// append to the audit), so that neither is stored without the other.
/// </summary>
public sealed class NoticeDraft(ChannelSet channels, IIdSource ids, IClock clock)
{
    /// <summary>A notice to one person.</summary>
    /// <param name="subject">As <see cref="NewNotice.Subject"/>.</param>
    /// <param name="expiresAt">From when on it is pointless to send it.</param>
    public NewNotice To(Person person, string subject, NoticeFacts facts, NoticeUrgency urgency, Instant expiresAt)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new NewNotice(
            new NoticeId(ids.NewId()), person.Id, subject, facts, urgency, clock.GetCurrentInstant(), expiresAt,
            [.. NoticePlan.Of(person, urgency, channels.Works).Select(p => new NewDelivery(new NotificationId(ids.NewId()), p))]);
    }

    /// <summary>Whether a notice of that urgency could be sent to them at all.</summary>
    public bool Reaches(Person person, NoticeUrgency urgency) => NoticePlan.Of(person, urgency, channels.Works).Count > 0;
}
