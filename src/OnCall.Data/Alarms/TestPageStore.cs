using Dapper;
using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Paging;

namespace OnCall.Data.Alarms;

/// <summary>The pages that OnCall sent itself, in either database.</summary>
public sealed class TestPageStore(Database database) : ITestPageStore
{
    // Small transactions: a real page must not wait behind the broom.
    private const int Batch = 50;

    // Those that refer to others first.
    private static readonly string[] Belongings =
        ["PurgeEvents", "PurgeNotifications", "PurgeResponders", "PurgeEscalations", "PurgeAnsweredMessages", "PurgeKeys", "PurgeBrokenGlass", "PurgeLinkUses", "PurgeReferences", "PurgePages"];

    private readonly SqlText _sql = SqlText.For<TestPageStore>(database.Provider);

    public Task<IReadOnlyList<TestPage>> SentAsync(Instant from, Instant to, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<TestPage>>(
        async connection =>
        [
            .. (await connection.QueryAsync<Row>(_sql["Sent"], new { role = SelfTest.Role, from, to }))
                .Select(r => new TestPage(r.SentAt, r.Delivered, r.AnsweredAt)),
        ],
        cancellationToken);

    public Task<Instant?> LastBeforeAsync(Instant before, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<Instant?>(_sql["LastBefore"], new { person = SelfTest.Person, before }), cancellationToken);

    public async Task<int> PurgeAsync(Instant before, CancellationToken cancellationToken)
    {
        var old = await database.ReadAsync(
            async connection => (await connection.QueryAsync<PageId>(_sql["Old"], new { person = SelfTest.Person, before })).ToList(), cancellationToken);
        foreach (var batch in old.Chunk(Batch))
        {
            var pages = Array.ConvertAll(batch, p => database.Stored(p.Value));
            await database.WriteAsync(
                async (connection, transaction) =>
                {
                    foreach (var statement in Belongings)
                    {
                        await connection.ExecuteAsync(_sql[statement], new { pages }, transaction);
                    }

                    return pages.Length;
                },
                cancellationToken);
        }

        return old.Count;
    }

    public Task AuditAsync(AuditEntry entry, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await AuditTrail.AppendAsync(connection, transaction, database, entry);
            return true;
        },
        cancellationToken);

    private sealed class Row
    {
        public Instant SentAt { get; set; }

        public bool Delivered { get; set; }

        public Instant? AnsweredAt { get; set; }
    }
}
