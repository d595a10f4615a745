using OnCall.Domain.Audit;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;

namespace OnCall.Application.Retention;

/// <summary>Keeps how long things are kept.</summary>
public interface IRetentionRules
{
    Task<IReadOnlyList<StoredRetentionRule>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Writes the rule in place of the one before. What is being purged at this moment is finished first, and no more by the old rule.</summary>
    Task PutAsync(StoredRetentionRule rule, AuditEntry audit, CancellationToken cancellationToken);

    /// <returns>False when there is none.</returns>
    Task<bool> RemoveAsync(RetentionClass what, OrgUnitId? unit, AuditEntry audit, CancellationToken cancellationToken);
}
