using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>What was told of gaps, and to whom.</summary>
public interface IGapWarnings
{
    /// <summary>What still stands: neither filled, nor replaced by another warning, nor closed since it is over.</summary>
    Task<IReadOnlyList<GapWarning>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The same of these roles and of the time [from, to), with what is over.</summary>
    Task<IReadOnlyList<GapWarning>> OfRolesAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all of it or nothing. False when the roster stamp has moved, or another node has written any of it: then nothing is to be told
    /// before looking again.
    /// </summary>
    Task<bool> WriteAsync(GapWarningChanges changes, CancellationToken cancellationToken);
}
