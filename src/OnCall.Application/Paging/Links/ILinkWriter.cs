using OnCall.Application.Notifications;

namespace OnCall.Application.Paging.Links;

/// <summary>Makes the link that a message asks to be answered by.</summary>
public interface ILinkWriter
{
    /// <summary>Null where the message carries none. Never throws: a message without its link is better than none.</summary>
    Task<string?> OfAsync(ClaimedNotification notification, CancellationToken cancellationToken);
}
