using System.Data.Common;
using Dapper;
using OnCall.Application.Audit;
using OnCall.Data.Rows;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;

namespace OnCall.Data.Audit;

/// <summary>The seals of the audit trail, in either database.</summary>
public sealed class AuditSealStore(Database database) : IAuditSeals
{
    private readonly SqlText _sql = SqlText.For<AuditSealStore>(database.Provider);

    public Task<ChainHead> HeadAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<HeadRow>(_sql["Head"]) is { } head
            ? new ChainHead(head.Place, Convert.ToHexStringLower(head.Hash), head.LastSeq)
            : ChainHead.Start,
        cancellationToken);

    public Task<AuditSeal?> AtAsync(long place, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QueryAsync<AuditLinkRow>(_sql["At"], new { place })).FirstOrDefault()?.ToSeal(), cancellationToken);

    public Task<long?> NextEntryAsync(long after, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long?>(_sql["NextEntry"], new { after }), cancellationToken);

    public Task<IReadOnlyList<StoredAuditEntry>> UnsealedAsync(long after, long until, int most, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<StoredAuditEntry>>(
            async connection => [.. (await connection.QueryAsync<AuditEntryRow>(_sql["Unsealed"], new { after, until, most })).Select(r => r.ToEntry())],
            cancellationToken);

    public async Task<bool> AddAsync(IReadOnlyCollection<AuditSeal> seals, CancellationToken cancellationToken)
    {
        using var rows = ManyRows.Of(database.Provider, seals, (row, seal) =>
        {
            row.Set("place", seal.Place);
            row.Set("entrySeq", seal.EntrySeq);
            row.Set("hash", seal.Hash);
            row.Set("sealedAt", seal.SealedAt);
        });
        try
        {
            await database.WriteAsync((connection, transaction) => database.ExecuteAsync(connection, transaction, _sql["Seal"], rows), cancellationToken);
            return true;
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return false;
        }
    }

    public Task<IReadOnlyList<AuditLink>> LinksAsync(long after, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<AuditLink>>(
        async connection => [.. (await connection.QueryAsync<AuditLinkRow>(_sql["Links"], new { after, most })).Select(r => r.ToLink())], cancellationToken);

    public Task<long> CountAsync(long from, long to, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>(_sql["Count"], new { from, to }), cancellationToken);

    private sealed class HeadRow
    {
        public long Place { get; set; }

        public byte[] Hash { get; set; } = [];

        public long LastSeq { get; set; }
    }
}
