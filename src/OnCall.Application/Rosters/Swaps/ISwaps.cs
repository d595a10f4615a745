using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Keeps swaps. Only what puts one in force bumps the roster stamp.</summary>
public interface ISwaps
{
    Task<StoredSwap?> FindAsync(SwapId id, CancellationToken cancellationToken);

    /// <summary>The latest asked first.</summary>
    /// <param name="state">Null for any.</param>
    /// <param name="person">Those that this person gives or takes in; null for all.</param>
    /// <param name="after">Only those that come after this one in that order; null from the top.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<StoredSwap>> ListAsync(SwapState? state, PersonId? person, StoredSwap? after, int limit, CancellationToken cancellationToken);

    /// <summary>The open ones whose time is up, or that were not looked at since the roster has moved to this stamp.</summary>
    Task<IReadOnlyList<StoredSwap>> DueAsync(Instant now, long stamp, CancellationToken cancellationToken);

    /// <summary>Writes a new swap while the roster is still at that stamp.</summary>
    Task<SwapAsking> AskAsync(Swap swap, Instant now, string by, long stamp, AuditEntry audit, IReadOnlyList<NewNotice> notices, CancellationToken cancellationToken);

    /// <summary>All of it or nothing. False when the swap or the roster has moved: load again and decide anew.</summary>
    Task<bool> MoveAsync(SwapMove move, CancellationToken cancellationToken);

    /// <summary>Notes that it still fits the roster at that stamp.</summary>
    Task SeenAsync(SwapId id, long stamp, CancellationToken cancellationToken);
}
