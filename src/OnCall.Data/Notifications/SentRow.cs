using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <summary>A notification that went out, as a row.</summary>
internal sealed class SentRow
{
    public NotificationId Id { get; set; }

    public PageId Page { get; set; }

    public PersonId? Person { get; set; }

    public string? PersonName { get; set; }

    public string? Purpose { get; set; }

    public SentNotification ToSent(ContactMethodKind kind) =>
        new(Id, Page, Person, kind, Purpose is null or nameof(NotificationPurpose.Page) or nameof(NotificationPurpose.Repeat), PersonName);
}
