using OnCall.Application.Access;
using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>The org units.</summary>
public interface IOrgUnitStore
{
    Task<OrgTree> TreeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes it. Where it lies elsewhere than before, keys and invitations of those who work there or below, or hold a permission there, end that
    /// their makers could not make any more.
    /// </summary>
    /// <param name="tell">Makes the notice of such an end; null tells nobody.</param>
    Task<SaveResult> SaveAsync(
        OrgUnit unit, bool isNew, AuditEntry audit, CancellationToken cancellationToken, Func<Person, EndedAccess, NewNotice>? tell = null);
}
