using Dapper;
using OnCall.Application.Paging;
using OnCall.Data.Paging;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

public abstract class PageTailContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task The_end_of_the_trails_tells_in_their_order_what_was_written_after_a_line()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var tail = new PageTailStore(bench.Database);
        Assert.Equal(0, await tail.LastAsync(CancellationToken.None));
        var first = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "1"))).Page.Id;
        var start = await tail.LastAsync(CancellationToken.None);
        var second = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "2"))).Page.Id;
        var third = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "3"))).Page.Id;

        Assert.Equal([first, second, third], (await tail.AfterAsync(0, 10, CancellationToken.None)).Select(l => l.Page));
        var after = await tail.AfterAsync(start, 10, CancellationToken.None);
        Assert.Equal([second, third], after.Select(l => l.Page));
        Assert.Equal(await tail.LastAsync(CancellationToken.None), after[^1].Seq);
        Assert.Equal(second, Assert.Single(await tail.AfterAsync(start, 1, CancellationToken.None)).Page);
        Assert.Empty(await tail.AfterAsync(after[^1].Seq, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Lines_are_found_by_their_runs_however_many_and_however_long_these_are()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var tail = new PageTailStore(bench.Database);
        var first = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "1"))).Page.Id;
        var second = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "2"))).Page.Id;
        var last = await tail.LastAsync(CancellationToken.None);

        var alone = Enumerable.Range(0, 2500).Select(i => new TailRun(last + (2 * i), last + (2 * i)));
        Assert.Equal((last, second), Told(Assert.Single(await tail.AmongAsync([.. alone], CancellationToken.None))));
        Assert.Equal((last, second), Told(Assert.Single(await tail.AmongAsync([new(last, last + 20_000)], CancellationToken.None))));
        Assert.Equal(
            [(last - 1, first), (last, second)],
            (await tail.AmongAsync([new(last - 3000, last - 2), new(last - 1, last - 1), new(last, last + 3000)], CancellationToken.None)).Select(Told));
        Assert.Empty(await tail.AmongAsync([new(last + 1, last + 1), new(last + 2, last + 20_000)], CancellationToken.None));

        static (long Seq, PageId Page) Told(TailLine line) => (line.Seq, line.Page);
    }

    /// <summary>Only where two can write at once.</summary>
    protected static async Task CommitLateAsync(Task<TestDatabase> opening)
    {
        await using var bench = await PagingBench.OpenAsync(opening);
        var tail = new PageTailStore(bench.Database);
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Page.Id;
        var start = await tail.LastAsync(CancellationToken.None);
        await bench.Database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(Insert, Line(page, "late"), transaction);
                await bench.OpenAgain().WriteAsync((other, second) => other.ExecuteAsync(Insert, Line(page, "early"), second), CancellationToken.None);

                Assert.Equal(start + 2, Assert.Single(await tail.AfterAsync(start, 10, CancellationToken.None)).Seq);
                return true;
            },
            CancellationToken.None);

        Assert.Equal(start + 1, Assert.Single(await tail.AmongAsync([new(start + 1, start + 1)], CancellationToken.None)).Seq);
    }

    private const string Insert = "insert into page_event (page_id, at, kind, detail) values (@page, @at, 'Message', @detail);";

    private static object Line(PageId page, string detail) => new { page, at = PageDraft.Now, detail };
}

public sealed class PageTailOnSqlite : PageTailContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PageTailOnSqlServer : PageTailContract
{
    [Fact]
    public Task A_line_whose_number_was_given_before_another_may_be_committed_after_it() => CommitLateAsync(OpenAsync());

    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
