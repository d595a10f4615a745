using System.Data.Common;
using Dapper;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Retention;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Retention;

namespace OnCall.Data.Retention;

/// <summary>The runs of the purge, in either database.</summary>
public sealed class RetentionRunStore(Database database) : IRetentionRuns
{
    private readonly SqlText _sql = SqlText.For<RetentionRunStore>(database.Provider);
    private readonly RetentionGate _gate = new(database);

    public Task<bool> StartAsync(RetentionRunId run, string node, LocalDate day, Instant now, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            if (!await _gate.ClaimAsync(connection, transaction, LocalDatePattern.Iso.Format(day), run))
            {
                return false;
            }

            await connection.ExecuteAsync(_sql["Insert"], new { run, node, now }, transaction);
            return true;
        },
        cancellationToken);

    public Task EndAsync(RetentionRunId run, RunOutcome outcome, IReadOnlyCollection<HeldCount> held, Instant now, AuditEntry audit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(_sql["End"], new { run, outcome = outcome.ToString(), now }, transaction);
                foreach (var one in held)
                {
                    var row = new { run, hold = one.Hold, what = one.Class.ToString(), kind = one.Kind.ToString(), held = one.Held };
                    await connection.ExecuteAsync(_sql["InsertHeld"], row, transaction);
                }

                await AuditTrail.AppendAsync(connection, transaction, database, audit);
                return true;
            },
            cancellationToken);

    public Task<IReadOnlyList<PurgedCount>> LinesAsync(RetentionRunId run, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PurgedCount>>(
        async connection => [.. (await LinesAsync(connection, [run])).Select(l => l.ToCount())], cancellationToken);

    public Task<IReadOnlyList<RetentionRun>> ListAsync(Instant? before, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RetentionRun>>(
        async connection =>
        {
            var runs = (await connection.QueryAsync<RunRow>(_sql["List"], new { before, most })).ToList();
            var ids = runs.ConvertAll(r => r.Id);
            var lines = (await LinesAsync(connection, ids)).ToLookup(l => l.Run, l => l.ToCount());
            var held = (await PartsOf(ids).GatherAsync(part => connection.QueryAsync<RunHoldRow>(_sql["Held"], new { runs = part }))).ToLookup(h => h.Run, h => h.ToCount());
            return [.. runs.Select(r => r.ToRun(lines[r.Id], held[r.Id]))];
        },
        cancellationToken);

    private Task<List<RunLineRow>> LinesAsync(DbConnection connection, IEnumerable<RetentionRunId> runs) =>
        PartsOf(runs).GatherAsync(part => connection.QueryAsync<RunLineRow>(_sql["Lines"], new { runs = part }));

    private IEnumerable<object[]> PartsOf(IEnumerable<RetentionRunId> runs) => database.Batches(runs.Select(r => r.Value));
}
