using System.Data.Common;
using Dapper;
using OnCall.Application.Retention;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;
using OnCall.Domain.Audit;
using OnCall.Domain.Retention;

namespace OnCall.Data.Retention;

/// <summary>Legal holds, in either database.</summary>
public sealed class HoldStore(Database database) : IHoldStore
{
    private readonly SqlText _sql = SqlText.For<HoldStore>(database.Provider);
    private readonly RetentionGate _gate = new(database);

    public Task<IReadOnlyList<LegalHold>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<LegalHold>>(
        async connection => [.. (await connection.QueryAsync<HoldRow>(_sql["All"])).Select(r => r.ToHold(database.Seal))], cancellationToken);

    public Task<LegalHold?> FindAsync(HoldId hold, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<HoldRow>(_sql["Find"], new { hold }))?.ToHold(database.Seal), cancellationToken);

    public Task<bool> PlaceAsync(LegalHold hold, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hold);
        var parameters = new
        {
            id = hold.Id,
            page = hold.On.Page,
            person = hold.On.Person,
            unit = hold.On.OrgUnit,
            label = hold.Label,
            reason = database.Seal.Seal(SealedColumn.HoldReason, hold.Id.Value, hold.Reason),
            at = hold.PlacedAt,
            by = hold.PlacedBy,
        };
        return WriteAsync("Place", parameters, audit, cancellationToken);
    }

    public Task<bool> LiftAsync(HoldId hold, HoldLift lift, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lift);
        return WriteAsync("Lift", new { hold, at = lift.At, by = lift.By, reason = database.Seal.Seal(SealedColumn.HoldLiftReason, hold.Value, lift.Reason) }, audit, cancellationToken);
    }

    /// <summary>The holds as a transaction sees them.</summary>
    internal async Task<IReadOnlyList<StandingHold>> StandingAsync(DbConnection connection, DbTransaction? transaction) =>
        [.. (await connection.QueryAsync<HoldRow>(_sql["Standing"], transaction: transaction)).Select(r => new StandingHold(r.Id, r.On))];

    private Task<bool> WriteAsync(string statement, object parameters, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await _gate.TakeAsync(connection, transaction);
            if (await connection.ExecuteAsync(_sql[statement], parameters, transaction) == 0)
            {
                return false;
            }

            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);
}
