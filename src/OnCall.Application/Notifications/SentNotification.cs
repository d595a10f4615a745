using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>A notification that went out earlier, as a receipt or a reply names it.</summary>
/// <param name="Person">Null for a role's own device.</param>
/// <param name="Asks">It asked for an acknowledgement, rather than telling something.</param>
public sealed record SentNotification(NotificationId Id, PageId Page, PersonId? Person, ContactMethodKind Kind, bool Asks, string? PersonName = null);
