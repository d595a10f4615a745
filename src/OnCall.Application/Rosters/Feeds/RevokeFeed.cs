using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>Ends a feed of the caller's: its address shows nothing any more.</summary>
public sealed class RevokeFeed(IRosterFeeds feeds, RoleFinder roles, IClock clock)
{
    public Task<Answer<bool>> OwnAsync(Caller caller, CancellationToken cancellationToken) => RevokeAsync(caller, null, cancellationToken);

    /// <param name="address">Any of the role's names.</param>
    public async Task<Answer<bool>> OfRoleAsync(Caller caller, string? address, CancellationToken cancellationToken)
    {
        var role = await FeedRole.FindAsync(roles, address, cancellationToken);
        return role.Ok ? await RevokeAsync(caller, role.Value.Id, cancellationToken) : role.Refusal;
    }

    private async Task<Answer<bool>> RevokeAsync(Caller caller, RoleId? role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person is not { } holder ? FeedRefusals.NotForIntegrations
            : await feeds.RevokeAsync(holder, role, FeedAudit.Revoke(caller, clock.GetCurrentInstant(), role), cancellationToken) ? true
            : FeedRefusals.Unknown;
    }
}
