using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>The seals of the audit trail: they are added to and read, and nothing else.</summary>
public interface IAuditSeals
{
    Task<ChainHead> HeadAsync(CancellationToken cancellationToken);

    /// <summary>The seal of a place, or null.</summary>
    Task<AuditSeal?> AtAsync(long place, CancellationToken cancellationToken);

    /// <summary>The number of the first entry above this one; null when there is none.</summary>
    Task<long?> NextEntryAsync(long after, CancellationToken cancellationToken);

    /// <summary>Entries above a number, up to another, that no seal names: by number, at most so many.</summary>
    Task<IReadOnlyList<StoredAuditEntry>> UnsealedAsync(long after, long until, int most, CancellationToken cancellationToken);

    /// <summary>Adds seals: all of them, or none where another has been quicker with one of the places or entries.</summary>
    /// <returns>False in the second case.</returns>
    Task<bool> AddAsync(IReadOnlyCollection<AuditSeal> seals, CancellationToken cancellationToken);

    /// <summary>The chain after a place, in its order, at most so many.</summary>
    Task<IReadOnlyList<AuditLink>> LinksAsync(long after, int most, CancellationToken cancellationToken);

    /// <summary>How many seals there are between two places, both included.</summary>
    Task<long> CountAsync(long from, long to, CancellationToken cancellationToken);
}
