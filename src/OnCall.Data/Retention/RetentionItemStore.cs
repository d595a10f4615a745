using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Retention;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Alarms;
using OnCall.Domain.Directory;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;

namespace OnCall.Data.Retention;

/// <summary>Finds what may be old enough, and purges, in either database.</summary>
public sealed class RetentionItemStore(Database database, RetentionRuleStore rules, HoldStore holds) : IRetentionItems
{
    private static readonly Duration LeftoversLook = Duration.FromDays(3);

    private readonly SqlText _sql = SqlText.For<RetentionItemStore>(database.Provider);
    private readonly RetentionGate _gate = new(database);
    private readonly OrgUnitStore _units = new(database);

    public Task<RetentionBook> BookAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => BookAsync(connection, null), cancellationToken);

    public Task<KeptPart> FindAsync(RetentionClass what, KeptKind kind, Instant before, KeptPlace? after, int most, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            urgency = RetentionLimits.UrgencyOf(what)?.ToString(),
            selfTest = SelfTest.Role,
            before,
            afterAt = after?.At ?? NodaConstants.UnixEpoch,
            afterId = after?.Id ?? default,
            most,
        };
        return database.ReadAsync(
            async connection =>
            {
                var found = (await connection.QueryAsync<KeptRow>(_sql[KeptStatements.Of(kind).Find], parameters)).ToList();
                var items = await LoadAsync(connection, null, kind, found.Select(f => f.Id));
                return new KeptPart(items, found.Count == most ? new KeptPlace(found[^1].At, found[^1].Id) : null);
            },
            cancellationToken);
    }

    public Task<int?> PurgeAsync(PurgeBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return database.WriteAsync<int?>(
            async (connection, transaction) =>
            {
                if (!await _gate.TakeAsync(connection, transaction, batch.Run))
                {
                    return null;
                }

                var book = await BookAsync(connection, transaction);
                var going = (await LoadAsync(connection, transaction, batch.Kind, batch.Items))
                    .Select(i => (Item: i, Verdict: book.Decide(batch.Class, i, batch.Now)))
                    .Where(g => g.Verdict.Fate == RetentionFate.Goes)
                    .ToList();
                foreach (var ids in database.Batches(going.Select(g => g.Item.Id.Value)))
                {
                    foreach (var step in PurgeSteps.Of(batch.Kind))
                    {
                        await DoAsync(step, () => connection.ExecuteAsync(_sql[step], new { ids, now = batch.Now, run = batch.Run, most = InParts.Most }, transaction));
                    }
                }

                foreach (var line in going.GroupBy(g => (g.Verdict.Unit, Days: g.Verdict.Days!.Value), g => g.Item.At))
                {
                    await CountAsync(connection, transaction, batch, line.Key.Unit, line.Key.Days, [.. line]);
                }

                return going.Count;
            },
            cancellationToken);
    }

    public async Task SweepAsync(Instant now, CancellationToken cancellationToken)
    {
        var left = await database.ReadAsync(
            async connection => (await connection.QueryAsync<KeptId>(_sql["Leftovers"], new { since = now - LeftoversLook })).Select(k => k.Value).ToList(), cancellationToken);
        foreach (var ids in database.Batches(left))
        {
            await database.WriteAsync(
                async (connection, transaction) =>
                {
                    foreach (var step in PurgeSteps.OfLeftovers)
                    {
                        await DoAsync(step, () => connection.ExecuteAsync(_sql[step], new { ids, most = InParts.Most }, transaction));
                    }

                    return ids.Length;
                },
                cancellationToken);
        }
    }

    private static Task DoAsync(string step, Func<Task<int>> part) => PurgeSteps.OfMany.Contains(step) ? InParts.AllAsync(part) : part();

    private async Task<RetentionBook> BookAsync(DbConnection connection, DbTransaction? transaction) => new(
        await rules.RulesAsync(connection, transaction), await holds.StandingAsync(connection, transaction), await _units.TreeAsync(connection, transaction));

    private async Task<List<KeptItem>> LoadAsync(DbConnection connection, DbTransaction? transaction, KeptKind kind, IEnumerable<KeptId> wanted)
    {
        var statements = KeptStatements.Of(kind);
        var items = new List<KeptItem>();
        foreach (var ids in database.Batches(wanted.Select(w => w.Value)))
        {
            var rows = await connection.QueryAsync<KeptRow>(_sql[statements.Load], new { ids }, transaction);
            var people = statements.PeopleOf is { } name ? await connection.QueryAsync<PersonRow>(_sql[name], new { ids }, transaction) : [];
            var of = kind == KeptKind.Upload ? await connection.QueryAsync<UnitRow>(_sql["UnitsOfUpload"], new { ids }, transaction) : [];
            var peopleById = people.ToLookup(p => p.Id, p => p.Person);
            var unitsById = of.ToLookup(u => u.Id, u => u.Unit);
            items.AddRange(rows.Select(r => r.ToItem(kind, unitsById[r.Id], peopleById[r.Id])));
        }

        return items;
    }

    private async Task CountAsync(DbConnection connection, DbTransaction transaction, PurgeBatch batch, OrgUnitId? unit, int days, List<Instant> ends)
    {
        var line = new
        {
            run = batch.Run,
            what = batch.Class.ToString(),
            kind = batch.Kind.ToString(),
            unit,
            days,
            purged = ends.Count,
            oldest = ends.Min(),
            newest = ends.Max(),
        };
        if (await connection.ExecuteAsync(_sql["AddToLine"], line, transaction) == 0)
        {
            await connection.ExecuteAsync(_sql["InsertLine"], line, transaction);
        }
    }

    private sealed class PersonRow
    {
        public KeptId Id { get; set; }

        public PersonId Person { get; set; }
    }

    private sealed class UnitRow
    {
        public KeptId Id { get; set; }

        public OrgUnitId? Unit { get; set; }
    }
}
