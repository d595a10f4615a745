using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Covers;

/// <summary>Keeps covers. Every write bumps the roster stamp.</summary>
public interface ICovers
{
    /// <summary>False when the stamp has moved from <paramref name="stamp"/>: look at the roster again. Its notices are written with it.</summary>
    Task<bool> AddAsync(
        Cover cover, string createdBy, long stamp, AuditEntry audit, CancellationToken cancellationToken, IReadOnlyCollection<NewNotice>? notices = null);

    /// <summary>Whether a person is or was on a role, or on another of the same unit: by a shift in force or by a cover, past or to come.</summary>
    Task<bool> HasBeenOnAsync(PersonId person, Role role, CancellationToken cancellationToken);

    /// <summary>Those covers that <see cref="EndAsync"/> would end with it: itself, and the other cover of its swap.</summary>
    Task<IReadOnlyList<Cover>> WithAsync(CoverId id, CancellationToken cancellationToken);

    /// <summary>Null when there is none, or it was removed.</summary>
    Task<Cover?> FindAsync(CoverId id, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a cover out that has not begun; ends one at <paramref name="now"/> that has, so that who was on stays known.
    /// Both covers of a swap go together. False when it is over or gone. Its notices are written with it.
    /// </summary>
    Task<bool> EndAsync(CoverId id, Instant now, AuditEntry audit, CancellationToken cancellationToken, IReadOnlyList<NewNotice>? notices = null);
}
