using System.Data.Common;
using Dapper;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Data.Rosters;

/// <summary>Writes a cover in a transaction that has taken the roster stamp.</summary>
internal static class CoverWriter
{
    /// <param name="swap">The swap that it belongs to, or null.</param>
    public static Task InsertAsync(DbConnection connection, DbTransaction transaction, Database database, Cover cover, string createdBy, SwapId? swap)
    {
        var values = new
        {
            id = cover.Id,
            role = cover.Role,
            person = cover.Person,
            instead = cover.Instead,
            tier = cover.Tier,
            start = cover.Start,
            end = cover.End,
            reason = database.Seal.Seal(SealedColumn.CoverReason, cover.Id.Value, cover.Reason),
            createdAt = cover.CreatedAt,
            createdBy,
            swap,
        };
        return connection.ExecuteAsync(SqlText.For<CoverStore>(database.Provider)["Insert"], values, transaction);
    }
}
