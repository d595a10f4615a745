using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Access.BreakGlass;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Application.Access.BreakGlass;

/// <summary>Who has let themselves read what.</summary>
public interface IBreakGlassStore
{
    /// <summary>Writes it, its entry of the audit and those who are told, or nothing.</summary>
    Task AddAsync(BrokenGlass broken, AuditEntry audit, IReadOnlyCollection<NewNotice> told, CancellationToken cancellationToken);

    /// <summary>Whether this person may read this page by it now.</summary>
    Task<bool> IsOpenAsync(PageId page, PersonId person, Instant now, CancellationToken cancellationToken);

    /// <summary>All that was done to this page, the newest first.</summary>
    Task<IReadOnlyList<BrokenGlass>> OfPageAsync(PageId page, CancellationToken cancellationToken);
}
