using OnCall.Application.Notifications;

namespace OnCall.Application.Paging.Links;

/// <summary>A house whose messages carry no links.</summary>
public sealed class NoLinks : ILinkWriter
{
    public Task<string?> OfAsync(ClaimedNotification notification, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
