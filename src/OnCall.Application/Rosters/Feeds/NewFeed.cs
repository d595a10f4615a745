using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>A feed as it is kept: without its token.</summary>
/// <param name="Hash">See <see cref="FeedToken.Hash"/>.</param>
/// <param name="Holder">Who made it; it ends with them.</param>
/// <param name="Role">Whose shifts it shows; null for the holder's own.</param>
public sealed record NewFeed(FeedId Id, string Hash, PersonId Holder, RoleId? Role, Instant CreatedAt);
