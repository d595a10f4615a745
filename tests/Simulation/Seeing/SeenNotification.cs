using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>A notification when it was written.</summary>
/// <param name="At">True time of the commit.</param>
internal sealed record SeenNotification(
    Instant At, long Commit, NotificationId Id, PageId Page, PersonId? Person, ContactMethodKind Kind, string Address, bool Verified, NotificationPurpose Purpose, Instant DueAt)
{
    public bool Asks => Purpose is NotificationPurpose.Page or NotificationPurpose.Repeat;
}
