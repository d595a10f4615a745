using NodaTime;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>Keeps calendar feeds. A person holds one of their own shifts and one for each role that they ask for.</summary>
public interface IRosterFeeds
{
    /// <summary>Makes the feed, or gives the one that is there already this token in place of its old one. True when it was made.</summary>
    /// <param name="made">The entry for a feed that was made.</param>
    /// <param name="renewed">The entry for one that was renewed.</param>
    Task<bool> RenewAsync(NewFeed feed, AuditEntry made, AuditEntry renewed, CancellationToken cancellationToken);

    /// <summary>Ends the feed. False when there is none.</summary>
    Task<bool> RevokeAsync(PersonId holder, RoleId? role, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>The feed of that token, while its holder is active; null otherwise.</summary>
    /// <param name="hash">See <see cref="FeedToken.Hash"/>.</param>
    Task<HeldFeed?> FindAsync(string hash, CancellationToken cancellationToken);

    /// <summary>The roles that the person has a shift or a cover on that touches [<paramref name="from"/>, <paramref name="to"/>).</summary>
    Task<IReadOnlyList<RoleId>> RolesOfAsync(PersonId person, Instant from, Instant to, CancellationToken cancellationToken);

    /// <summary>What is remembered of the feed's events, by uid.</summary>
    Task<IReadOnlyDictionary<string, FeedVersion>> VersionsAsync(FeedId feed, CancellationToken cancellationToken);

    /// <summary>Remembers what the feed says. False when another read has come first: look again.</summary>
    Task<bool> ChangeAsync(FeedChange change, CancellationToken cancellationToken);
}
