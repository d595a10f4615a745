using Dapper;
using NodaTime;
using OnCall.Application.Audit;
using OnCall.Data.Audit;
using OnCall.Domain.Audit;
using OnCall.Testing;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Audit;

/// <summary>A database with an audit trail in it, and somebody who seals and checks it.</summary>
internal sealed class AuditBench : IAsyncDisposable
{
    private static readonly string[] Actions = ["page.send", "page.acknowledge", "role.put", "cover.add"];

    private AuditBench(TestDatabase test)
    {
        Test = test;
        Seals = new AuditSealStore(test.Database);
        Entries = new AuditStore(test.Database);
        Sealer = new SealAudit(Seals, Clock);
    }

    public TestDatabase Test { get; }

    public FakeClock Clock { get; } = new();

    public AuditSealStore Seals { get; }

    public AuditStore Entries { get; }

    public SealAudit Sealer { get; }

    public static async Task<AuditBench> OnAsync(Task<TestDatabase> opening) => new(await opening);

    /// <summary>Writes entries that differ in every column.</summary>
    public Task WriteAsync(int count, string actor = "person:N") => Entries.AppendAsync(
        [.. Enumerable.Range(0, count).Select(i => new AuditEntry(
            Clock.GetCurrentInstant() + Duration.FromMilliseconds(i), actor + i, Actions[i % Actions.Length], $"page:{i}", $$"""{"n":{{i}}}"""))],
        CancellationToken.None);

    /// <summary>Writes entries and seals them, and lets the time go by that an entry may wait.</summary>
    public async Task SealedAsync(int count)
    {
        await WriteAsync(count);
        await Sealer.RunAsync(CancellationToken.None);
        Clock.Advance(Duration.FromMinutes(1));
    }

    /// <summary>An entry whose number was given long before it is committed.</summary>
    public Task WriteLateAsync(long seq) => ExecuteAsync(
        (Test.Database.Provider == DatabaseProvider.SqlServer ? "set identity_insert audit_entry on; " : "")
        + "insert into audit_entry (seq, at, actor, action, subject, detail) values (@seq, @at, 'late', 'page.send', 'page:late', '{}');"
        + (Test.Database.Provider == DatabaseProvider.SqlServer ? " set identity_insert audit_entry off;" : ""),
        new { seq, at = Clock.GetCurrentInstant() });

    public Task<AuditVerdict> CheckAsync(params AuditAnchor[] anchors) => new CheckAudit(Seals, Clock).RunAsync(
        1, [.. anchors.Select((a, i) => new AnchorLine(i + 1, a))], CancellationToken.None);

    /// <summary>What the sealer does each second.</summary>
    /// <returns>How many it has sealed.</returns>
    public async Task<long> TickAsync(SealAudit sealer)
    {
        var before = (await Seals.HeadAsync(CancellationToken.None)).Place;
        await sealer.RunAsync(CancellationToken.None);
        await sealer.LookBackAsync(CancellationToken.None);
        return (await Seals.HeadAsync(CancellationToken.None)).Place - before;
    }

    public async Task<AuditAnchor> AnchorAsync()
    {
        var head = await Seals.HeadAsync(CancellationToken.None);
        return new AuditAnchor(head.Place, head.Hash, Clock.GetCurrentInstant(), head.Place);
    }

    public Task<int> ExecuteAsync(string sql, object? parameters = null) => Test.Database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(sql, parameters, transaction), CancellationToken.None);

    public Task<IReadOnlyList<AuditLink>> ChainAsync() => Seals.LinksAsync(0, 10_000, CancellationToken.None);

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}
