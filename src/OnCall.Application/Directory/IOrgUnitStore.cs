using OnCall.Domain.Audit;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>The org units.</summary>
public interface IOrgUnitStore
{
    Task<OrgTree> TreeAsync(CancellationToken cancellationToken);

    Task<SaveResult> SaveAsync(OrgUnit unit, bool isNew, AuditEntry audit, CancellationToken cancellationToken);
}
