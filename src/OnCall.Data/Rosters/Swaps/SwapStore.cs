using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Swaps;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Data.Rosters.Swaps;

/// <summary>Swaps, in either database.</summary>
public sealed class SwapStore(Database database) : ISwaps
{
    private readonly SqlText _sql = SqlText.For<SwapStore>(database.Provider);

    public async Task<StoredSwap?> FindAsync(SwapId id, CancellationToken cancellationToken) =>
        (await ReadAsync("Find", new { id }, cancellationToken)) is [var found] ? found : null;

    public Task<IReadOnlyList<StoredSwap>> ListAsync(SwapState? state, PersonId? person, StoredSwap? after, int limit, CancellationToken cancellationToken) =>
        ReadAsync("List", new { state = state?.ToString(), person, askedAt = after?.AskedAt, id = after?.Swap.Id, limit }, cancellationToken);

    public Task<IReadOnlyList<StoredSwap>> DueAsync(Instant now, long stamp, CancellationToken cancellationToken) =>
        ReadAsync("Due", new { now, stamp }, cancellationToken);

    public Task<SwapAsking> AskAsync(
        Swap swap, Instant now, string by, long stamp, AuditEntry audit, IReadOnlyList<NewNotice> notices, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            // Whoever asks over the same shift in this moment waits here for the row of the stamp, and then finds this one.
            if (await connection.ExecuteAsync(_sql["HoldStamp"], new { stamp }, transaction) == 0)
            {
                return SwapAsking.Overtaken;
            }

            foreach (var side in swap.Sides)
            {
                var place = new { role = side.Role, giver = side.Giver, start = side.Start, end = side.End };
                if (await connection.ExecuteScalarAsync<int>(_sql["Overlapping"], place, transaction) > 0)
                {
                    return SwapAsking.AlreadyAsked;
                }
            }

            await connection.ExecuteAsync(_sql["Insert"], Values(swap, now, by, stamp), transaction);
            await NoticeWriter.AppendAsync(connection, transaction, database, notices);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return SwapAsking.Written;
        },
        cancellationToken);

    public async Task<bool> MoveAsync(SwapMove move, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        try
        {
            await database.WriteAsync((connection, transaction) => MoveAsync(connection, transaction, move), cancellationToken);
            return true;
        }
        catch (OvertakenException)
        {
            return false;
        }
    }

    public Task SeenAsync(SwapId id, long stamp, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(_sql["Seen"], new { id, stamp }, transaction), cancellationToken);

    private async Task<bool> MoveAsync(DbConnection connection, DbTransaction transaction, SwapMove move)
    {
        if (move.Stamp is { } stamp)
        {
            await OneAsync(move.Covers.Count > 0 ? "TakeStamp" : "HoldStamp", new { stamp });
        }

        var closedAt = SwapRules.IsOpen(move.To) ? (Instant?)null : move.At;
        await OneAsync("Move", new { id = move.Before.Id, version = move.Before.Version, state = move.To.ToString(), at = move.At, by = move.By, closedAt });
        foreach (var cover in move.Covers)
        {
            await CoverWriter.InsertAsync(connection, transaction, database, cover, move.By, move.Before.Id);
        }

        await NoticeWriter.AppendAsync(connection, transaction, database, move.Notices);
        await AuditTrail.AppendAsync(connection, transaction, database, move.Audit);
        return true;

        async Task OneAsync(string statement, object values)
        {
            if (await connection.ExecuteAsync(_sql[statement], values, transaction) == 0)
            {
                throw new OvertakenException();
            }
        }
    }

    private Task<IReadOnlyList<StoredSwap>> ReadAsync(string statement, object values, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<StoredSwap>>(
            async connection =>
            {
                var rows = (await connection.QueryAsync<SwapRow>(_sql[statement], values)).ToList();
                var covers = (await database.Batches(rows.Select(r => r.Id.Value)).GatherAsync(ids => connection.QueryAsync<CoverOfSwap>(_sql["Covers"], new { ids })))
                    .ToLookup(c => c.Swap, c => c.Cover);
                return [.. rows.Select(r => r.ToSwap(covers[r.Id], database.Seal))];
            },
            cancellationToken);

    private object Values(Swap swap, Instant now, string by, long stamp) => new
    {
        id = swap.Id,
        giveRole = swap.Give.Role,
        giveTier = swap.Give.Tier,
        giveStart = swap.Give.Start,
        giveEnd = swap.Give.End,
        giver = swap.Giver,
        taker = swap.Taker,
        takeRole = swap.Take?.Role,
        takeTier = swap.Take?.Tier,
        takeStart = swap.Take?.Start,
        takeEnd = swap.Take?.End,
        reason = database.Seal.Seal(SealedColumn.SwapReason, swap.Id.Value, swap.Reason),
        state = swap.State.ToString(),
        version = swap.Version,
        expiresAt = swap.ExpiresAt,
        stamp,
        now,
        by,
    };

    private sealed class CoverOfSwap
    {
        public SwapId Swap { get; set; }

        public CoverId Cover { get; set; }
    }

    /// <summary>Rolls all of it back.</summary>
    private sealed class OvertakenException : Exception;
}
