using System.Data.Common;
using System.Text.Json;
using Dapper;
using NodaTime;
using OnCall.Application.Rosters.Pulls;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Data.Rosters.Pulls;

/// <summary>The places that rosters are fetched from, in either database.</summary>
public sealed class RosterPullStore(Database database) : IRosterPulls
{
    private const int LongestMessage = 1000;
    private readonly SqlText _sql = SqlText.For<RosterPullStore>(database.Provider);

    public Task<StoredPull?> FindAsync(string code, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<RosterPullRow>(_sql["Find"], new { code }))?.ToPull(database.Seal),
        cancellationToken);

    public Task<IReadOnlyList<StoredPull>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<StoredPull>>(
        async connection => [.. (await connection.QueryAsync<RosterPullRow>(_sql["All"])).Select(r => r.ToPull(database.Seal))],
        cancellationToken);

    public Task<IReadOnlyList<RosterPullState>> StatesAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RosterPullState>>(
        async connection => [.. (await connection.QueryAsync<RosterPullRow>(_sql["States"])).Select(r => r.ToState())],
        cancellationToken);

    public Task<IReadOnlyList<string>> DueAsync(Instant now, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => [.. await connection.QueryAsync<string>(_sql["Due"], new { now })],
        cancellationToken);

    public async Task<bool> SaveAsync(StoredPull pull, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pull);
        ArgumentNullException.ThrowIfNull(audit);
        var values = new
        {
            id = pull.Id,
            code = pull.Code,
            orgUnit = pull.OrgUnit,
            definition = JsonSerializer.Serialize(pull.Settings),
            secret = database.Seal.Seal(SealedColumn.RosterPullSecret, pull.Id.Value, pull.Secret?.Value),
            staleAfterHours = pull.Settings.StaleAfterHours,
            enabled = pull.Settings.Enabled,
            version = pull.Version,
            updatedAt = audit.At,
            updatedBy = audit.Actor,
            nextAt = pull.State.NextAt,
        };
        try
        {
            return await WriteAsync(pull.Version == 1 ? "Insert" : "Update", values, audit, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Somebody made one with the same code in the same moment.
            return false;
        }
    }

    public Task<bool> DeleteAsync(RosterPullId pull, AuditEntry audit, CancellationToken cancellationToken) =>
        WriteAsync("Delete", new { id = pull }, audit, cancellationToken);

    public Task<bool> ClaimAsync(RosterPullId pull, Guid claim, bool whenDue, Instant now, Instant until, CancellationToken cancellationToken) =>
        WriteAsync(whenDue ? "ClaimDue" : "Claim", new { id = pull, claim = database.Stored(claim), now, until }, null, cancellationToken);

    public Task<IReadOnlyCollection<TakenShift>?> TakenAsync(RosterPullId pull, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<string?>(_sql["Taken"], new { id = pull }) is { } taken ? TakenJson.Read(taken) : null,
        cancellationToken);

    public Task<bool> FinishAsync(PullResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await connection.ExecuteAsync(_sql["Finish"], Values(result), transaction) == 0)
                {
                    return false;
                }

                if (result.Taken is { } taken)
                {
                    await connection.ExecuteAsync(_sql["KeepTaken"], new { id = result.Id, taken = TakenJson.Write(taken) }, transaction);
                }

                if (result.Held is { } held)
                {
                    await connection.ExecuteAsync(_sql["KeepHeld"], new { id = result.Id, taken = TakenJson.Write(held) }, transaction);
                }

                await NoticeWriter.AppendAsync(connection, transaction, database, result.Notices);
                if (result.Audit is { } audit)
                {
                    await AuditTrail.AppendAsync(connection, transaction, database, audit);
                }

                return true;
            },
            cancellationToken);
    }

    private object Values(PullResult result) => new
    {
        id = result.Id,
        claim = database.Stored(result.Claim),
        version = result.Version,
        nextAt = result.State.NextAt,
        triedAt = result.State.TriedAt,
        successAt = result.State.SuccessAt,
        outcome = result.State.Outcome?.ToString(),
        message = result.State.Message is { Length: > LongestMessage } message ? message[..LongestMessage] : result.State.Message,
        upload = result.State.Upload,
        troubleSince = result.State.TroubleSince,
        seen = result.State.Seen,
        etag = result.State.ETag,
        lastModified = result.State.LastModified,
        contentHash = result.State.ContentHash,
        readAt = result.State.ReadAt,
        held = result.State.Held,
        heldHash = result.State.HeldHash,
        heldBasis = result.State.HeldBasis,
    };

    private Task<bool> WriteAsync(string statement, object values, AuditEntry? audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync(_sql[statement], values, transaction) == 0)
            {
                return false;
            }

            if (audit is not null)
            {
                await AuditTrail.AppendAsync(connection, transaction, database, audit);
            }

            return true;
        },
        cancellationToken);
}
