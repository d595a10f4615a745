using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>Reads what became of notifications, for lists of pages.</summary>
public interface IAttemptReads
{
    /// <summary>The latest event about a notification of each page; pages without one are left out.</summary>
    Task<IReadOnlyList<PageEvent>> LastAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken);
}
