using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>A feed in force, and what it said when it was last read.</summary>
/// <param name="Holder">Who made it, and is active.</param>
/// <param name="Name">Theirs.</param>
/// <param name="Role">Whose shifts it shows; null for the holder's own.</param>
/// <param name="Version">Guards writes: it rises with each.</param>
/// <param name="ContentHash">Of all that it said; empty before it was first read.</param>
/// <param name="ChangedAt">When it last said something new.</param>
public sealed record HeldFeed(FeedId Id, PersonId Holder, PersonName Name, RoleId? Role, int Version, string ContentHash, Instant ChangedAt);
