using Dapper;
using NodaTime;
using OnCall.Data.Paging;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Sealing;

/// <summary>What was stored plain, or by a key that is retired, is sealed by the key of now, whatever happens meanwhile.</summary>
public abstract class StoredWordsContract : IDisposable
{
    private static readonly Instant Now = PageDraft.Now;

    private readonly Rings _rings = new();
    private readonly List<IDisposable> _opened = [];

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Plain_words_are_sealed_and_then_by_the_next_key()
    {
        await using var test = await OpenAsync();
        await using var bench = await PagingBench.OpenAsync(Task.FromResult(test));
        var page = await PlainAsync(bench, 5);
        var (first, words) = Open(test, _rings.Open());
        Assert.Equal(("page", 5), (await LeftAsync(words, plain: true))[0]);

        Assert.Equal([5, 5, 1, 1], await RunAsync(words));

        Assert.All(await words.LeftAsync(CancellationToken.None), t => Assert.Equal((0, 0), (t.Plain, t.Retired)));
        Assert.DoesNotContain("canary", await StoredText.OfAsync(first), StringComparison.Ordinal);
        Assert.Empty(await RunAsync(words));

        var (next, again) = Open(test, _rings.OpenWithNewKey());
        Assert.Equal(("page", 5), (await LeftAsync(again, plain: false))[0]);
        Assert.Equal([5, 5, 1, 1], await RunAsync(again));
        Assert.All(await again.LeftAsync(CancellationToken.None), t => Assert.Equal((0, 0), (t.Plain, t.Retired)));
        var pages = PagingBench.OpenPages(next, series: 9);
        var record = Assert.Single(await pages.LoadAsync([page], CancellationToken.None));
        Assert.Equal(("canary subject", "canary body", "canary patient"), (record.Page.Subject, record.Page.Body, record.Page.PatientRef));
        Assert.Equal(("canary reply", "canary read back"), (record.Escalation.Acknowledgements[0].Reply, record.Escalation.Acknowledgements[0].ReadBack));
        Assert.All(await pages.EventsAsync(page, CancellationToken.None), e => Assert.Equal("canary line", e.Detail));
    }

    [Fact]
    public async Task A_walk_goes_on_where_another_node_left_it_and_not_beside_it()
    {
        await using var test = await OpenAsync();
        await using var bench = await PagingBench.OpenAsync(Task.FromResult(test));
        await PlainAsync(bench, 5);
        var (database, words) = Open(test, _rings.Open());

        Assert.Equal(2, await words.SealSomeAsync("one", Now, Now + Duration.FromMinutes(2), 2, CancellationToken.None));
        await ExecuteAsync(database, "update sealing_walk set claimed_by = 'one', claimed_until = @until", new { until = Now + Duration.FromMinutes(2) });
        Assert.Equal(("page", 3), (await LeftAsync(words, plain: true))[0]);

        // What another node holds is passed over; what nobody holds is gone on with.
        Assert.Equal(5, await words.SealSomeAsync("other", Now, Now + Duration.FromMinutes(2), 100, CancellationToken.None));
        Assert.Equal(("page", 3), (await LeftAsync(words, plain: true))[0]);
        Assert.Equal(3, await words.SealSomeAsync("other", Now + Duration.FromMinutes(3), Now + Duration.FromMinutes(5), 100, CancellationToken.None));
    }

    [Fact]
    public async Task What_cannot_be_opened_stays_as_it_is()
    {
        await using var test = await OpenAsync();
        await using var bench = await PagingBench.OpenAsync(Task.FromResult(test));
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync());
        var before = await ColumnAsync(bench.Database);
        var (_, words) = Open(test, _rings.Open());

        // The one is the reason of the self-test's cover, which is plain.
        Assert.Equal([1], await RunAsync(words));

        Assert.Equal(before, await ColumnAsync(bench.Database));
        Assert.Equal(1, (await words.LeftAsync(CancellationToken.None)).Single(t => t.Table == "page").Retired);
    }

    [Fact]
    public async Task A_decision_that_is_made_meanwhile_is_not_overwritten()
    {
        await using var test = await OpenAsync();
        await using var bench = await PagingBench.OpenAsync(Task.FromResult(test));
        var page = await PlainAsync(bench, 1);
        var (database, words) = Open(test, _rings.Open());
        var row = new { id = page, one = "{}", oneBefore = await StateAsync(database), note = "0" };
        await ExecuteAsync(database, "update escalation set version = version + 1", new { });

        Assert.Equal(0, await ExecuteAsync(database, SqlText.For<StoredWords>(database.Provider)["WriteStates"], row));
        Assert.Equal(1, (await words.LeftAsync(CancellationToken.None)).Single(t => t.Table == "escalation").Plain);
    }

    public void Dispose()
    {
        _opened.ForEach(d => d.Dispose());
        _rings.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Pages as a version before stored them; the last one was acknowledged.</summary>
    private static async Task<PageId> PlainAsync(PagingBench bench, int pages)
    {
        var page = default(PageId);
        for (var i = 0; i < pages; i++)
        {
            page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "key " + i))).Page.Id;
        }

        await ExecuteAsync(bench.Database, "update page set subject = 'canary subject', body = 'canary body', patient_ref = 'canary patient', replies = '[\"canary\"]'", new { });
        await ExecuteAsync(bench.Database, "update page_event set detail = 'canary line', sealed_detail = null", new { });
        const string Taken = "\"acknowledgements\":[{\"name\":\"Ada\",\"at\":1,\"reply\":\"canary reply\",\"readBack\":\"canary read back\"}]";
        await ExecuteAsync(bench.Database, "update escalation set state = replace(state, '\"acknowledgements\":[]', @taken) where page_id = @page", new { taken = Taken, page });
        return page;
    }

    private (Database Database, StoredWords Words) Open(TestDatabase test, TextSeal seal)
    {
        Database database = test.Database.Provider == DatabaseProvider.Sqlite ? new SqliteDatabase(test.ConnectionString, seal) : new SqlServerDatabase(test.ConnectionString, seal);
        if (database is IDisposable open)
        {
            _opened.Add(open);
        }

        return (database, new StoredWords(database));
    }

    // The tables that had something to seal: the reason of the self-test's cover is the last of them.
    private static async Task<IReadOnlyList<int>> RunAsync(StoredWords words)
    {
        var done = new List<int>();
        while (await words.SealSomeAsync("node", Now, Now + Duration.FromMinutes(2), 100, CancellationToken.None) is { } rows)
        {
            done.Add(rows);
        }

        return [.. done.Where(n => n > 0)];
    }

    private static async Task<IReadOnlyList<(string, long)>> LeftAsync(StoredWords words, bool plain) =>
        [.. (await words.LeftAsync(CancellationToken.None)).Select(t => (t.Table, plain ? t.Plain : t.Retired))];

    private static Task<string?> ColumnAsync(Database database) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("select body from page"), CancellationToken.None);

    private static Task<string?> StateAsync(Database database) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("select state from escalation"), CancellationToken.None);

    private static Task<int> ExecuteAsync(Database database, string sql, object values) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, values, transaction), CancellationToken.None);
}
