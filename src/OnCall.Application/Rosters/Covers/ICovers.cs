using NodaTime;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Covers;

/// <summary>Keeps covers. Every write bumps the roster stamp.</summary>
public interface ICovers
{
    /// <summary>False when the stamp has moved from <paramref name="stamp"/>: look at the roster again.</summary>
    Task<bool> AddAsync(Cover cover, string createdBy, long stamp, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Null when there is none, or it was removed.</summary>
    Task<Cover?> FindAsync(CoverId id, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a cover out that has not begun; ends one at <paramref name="now"/> that has, so that who was on stays known.
    /// False when it is over or gone.
    /// </summary>
    Task<bool> EndAsync(CoverId id, Instant now, AuditEntry audit, CancellationToken cancellationToken);
}
