using Dapper;
using NodaTime;
using OnCall.Application.Rosters.Covers;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

/// <summary>Covers, in either database.</summary>
public sealed class CoverStore(Database database) : ICovers
{
    private readonly SqlText _sql = SqlText.For<CoverStore>(database.Provider);

    public Task<bool> AddAsync(Cover cover, string createdBy, long stamp, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync(_sql["TakeStamp"], new { stamp }, transaction) == 0)
            {
                return false;
            }

            var values = new
            {
                id = cover.Id,
                role = cover.Role,
                person = cover.Person,
                instead = cover.Instead,
                tier = cover.Tier,
                start = cover.Start,
                end = cover.End,
                reason = cover.Reason,
                createdAt = cover.CreatedAt,
                createdBy,
            };
            await connection.ExecuteAsync(_sql["Insert"], values, transaction);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);

    public Task<Cover?> FindAsync(CoverId id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<CoverRow>(_sql["Find"], new { id }))?.ToCover(),
        cancellationToken);

    public Task<bool> EndAsync(CoverId id, Instant now, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var ended = await connection.ExecuteAsync(_sql["EndNow"], new { id, now }, transaction);
            if (ended == 0 && await connection.ExecuteAsync(_sql["Remove"], new { id, now }, transaction) == 0)
            {
                return false;
            }

            await connection.ExecuteAsync(_sql["BumpStamp"], transaction: transaction);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);
}
