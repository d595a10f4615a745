using OnCall.Application.Audit;
using OnCall.Domain.Audit;

namespace OnCall.Data.Tests.Audit;

/// <summary>The seals, with each look for what is not sealed written down; looks from below a number may fail.</summary>
internal sealed class WatchedSeals(IAuditSeals seals) : IAuditSeals
{
    private readonly List<(long After, long Until)> _looks = [];

    public IReadOnlyList<(long After, long Until)> Looks => _looks;

    /// <summary>What begins below fails, as on a server that takes too long.</summary>
    public long FailsBelow { get; set; }

    public Task<ChainHead> HeadAsync(CancellationToken cancellationToken) => seals.HeadAsync(cancellationToken);

    public Task<AuditSeal?> AtAsync(long place, CancellationToken cancellationToken) => seals.AtAsync(place, cancellationToken);

    public Task<long?> NextEntryAsync(long after, CancellationToken cancellationToken) => seals.NextEntryAsync(after, cancellationToken);

    public Task<IReadOnlyList<StoredAuditEntry>> UnsealedAsync(long after, long until, int most, CancellationToken cancellationToken)
    {
        _looks.Add((after, until));
        return after < FailsBelow ? throw new TimeoutException("The statement takes too long.") : seals.UnsealedAsync(after, until, most, cancellationToken);
    }

    public Task<bool> AddAsync(IReadOnlyCollection<AuditSeal> added, CancellationToken cancellationToken) => seals.AddAsync(added, cancellationToken);

    public Task<IReadOnlyList<AuditLink>> LinksAsync(long after, int most, CancellationToken cancellationToken) => seals.LinksAsync(after, most, cancellationToken);

    public Task<long> CountAsync(long from, long to, CancellationToken cancellationToken) => seals.CountAsync(from, to, cancellationToken);
}
