using OnCall.Domain.Audit;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>The roles and their addresses.</summary>
public interface IRoleStore
{
    /// <summary>Who owns these addresses; free ones are left out.</summary>
    Task<IReadOnlyDictionary<RoleAddress, RoleId>> OwnersAsync(IReadOnlyCollection<RoleAddress> addresses, CancellationToken cancellationToken);

    /// <summary>Writes the role, its addresses and contact methods as a whole, and bumps the roster stamp.</summary>
    Task<SaveResult> SaveAsync(Role role, bool isNew, AuditEntry audit, CancellationToken cancellationToken);
}
