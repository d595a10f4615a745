using OnCall.Domain.Paging;

namespace OnCall.Application.Exports;

/// <summary>Reads each attempt of a page as its outbox has it.</summary>
public interface IAttemptTrail
{
    /// <summary>In the order in which they fell due; addresses as recognisable as an audit entry has them.</summary>
    Task<IReadOnlyList<AttemptLine>> OfAsync(PageId page, CancellationToken cancellationToken);
}
