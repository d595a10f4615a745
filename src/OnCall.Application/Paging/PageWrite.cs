using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>What became of changes that were written together.</summary>
/// <param name="Lost">The pages that somebody else, or a new roster, changed under way: their changes were not written and are decided anew.</param>
/// <param name="Why">Why nothing at all was written; null where each page was judged by itself.</param>
public sealed record PageWrite(IReadOnlyList<PageId> Lost, NotWritten? Why = null)
{
    /// <summary>The database took so long that what was decided stands no more.</summary>
    public bool IsLate => Why == NotWritten.Late;
}
