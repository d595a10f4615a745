using Dapper;
using NodaTime;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Covers;
using OnCall.Data.Audit;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

/// <summary>Covers, in either database.</summary>
public sealed class CoverStore(Database database) : ICovers
{
    private readonly SqlText _sql = SqlText.For<CoverStore>(database.Provider);

    public Task<bool> AddAsync(
        Cover cover, string createdBy, long stamp, AuditEntry audit, CancellationToken cancellationToken, IReadOnlyCollection<NewNotice>? notices = null) => database.WriteAsync(
        async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync(_sql["TakeStamp"], new { stamp }, transaction) == 0)
            {
                return false;
            }

            await CoverWriter.InsertAsync(connection, transaction, database, cover, createdBy, null);
            await NoticeWriter.AppendAsync(connection, transaction, database, notices ?? []);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);

    public Task<Cover?> FindAsync(CoverId id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<CoverRow>(_sql["Find"], new { id }))?.ToCover(database.Seal),
        cancellationToken);

    public Task<bool> HasBeenOnAsync(PersonId person, Role role, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<int>(_sql["HasBeenOn"], new { person, role = role.Id, unit = role.OrgUnit }) > 0, cancellationToken);

    public Task<IReadOnlyList<Cover>> WithAsync(CoverId id, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Cover>>(
        async connection => [.. (await connection.QueryAsync<CoverRow>(_sql["With"], new { id })).Select(r => r.ToCover(database.Seal))], cancellationToken);

    public Task<bool> EndAsync(CoverId id, Instant now, AuditEntry audit, CancellationToken cancellationToken, IReadOnlyList<NewNotice>? notices = null) => database.WriteUnlessAsync(
        ended => !ended,
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(_sql["BumpStamp"], transaction: transaction);
            var ended = await connection.ExecuteAsync(_sql["EndNow"], new { id, now }, transaction);
            if (ended + await connection.ExecuteAsync(_sql["Remove"], new { id, now }, transaction) == 0)
            {
                return false;
            }

            await NoticeWriter.AppendAsync(connection, transaction, database, notices ?? []);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);
}
