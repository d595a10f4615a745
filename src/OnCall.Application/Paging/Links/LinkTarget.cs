using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging.Links;

/// <summary>The message that a link came with.</summary>
/// <param name="Person">Null where it asked the holder of a role's own device: such carry no links.</param>
/// <param name="ChangedAt">When anything was last heard of it.</param>
/// <param name="Device">Hash of the device that has used the link; null until one has.</param>
public sealed record LinkTarget(NotificationId Id, PageId Page, PersonId? Person, ContactMethodKind Kind, string Address, Instant ChangedAt, string? Device);
