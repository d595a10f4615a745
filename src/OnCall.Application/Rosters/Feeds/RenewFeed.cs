using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>Makes a private calendar feed and tells its token once. Asked for again, the old token ends at once.</summary>
public sealed class RenewFeed(IRosterFeeds feeds, RoleFinder roles, RoleScopes scopes, IIdSource ids, IClock clock)
{
    /// <summary>The token of a feed of the caller's own shifts.</summary>
    public async Task<Answer<string>> OwnAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.IsIntegration ? FeedRefusals.NotForIntegrations : await RenewAsync(caller, null, cancellationToken);
    }

    /// <summary>The token of a feed of a role's shifts, for a caller who may read its roster.</summary>
    /// <param name="address">Any of the role's names.</param>
    public async Task<Answer<string>> OfRoleAsync(Caller caller, string? address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var role = await FeedRole.FindAsync(roles, address, cancellationToken);
        if (!role.Ok)
        {
            return role.Refusal;
        }

        return caller.IsIntegration ? FeedRefusals.NotForIntegrations
            : !(await scopes.OfAsync(role.Value, cancellationToken)).MayRead(caller) ? FeedRefusals.NotReadable(role.Value.Name)
            : await RenewAsync(caller, role.Value.Id, cancellationToken);
    }

    private async Task<Answer<string>> RenewAsync(Caller caller, RoleId? role, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var token = FeedToken.FromBits(ids.NewBits(), ids.NewBits(), ids.NewBits());
        var feed = new NewFeed(new FeedId(ids.NewId()), FeedToken.Hash(token), caller.Person!.Value, role, now);
        await feeds.RenewAsync(feed, FeedAudit.Make(caller, now, role), FeedAudit.Renew(caller, now, role), cancellationToken);
        return Answer<string>.Created(token);
    }
}
