using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Paging;
using OnCall.Data;
using OnCall.Data.Paging;
using OnCall.Testing.Databases;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>One reader a node follows the end of the trails, however many watch there.</summary>
public abstract class TailReadsContract
{
    private const int Watchers = 50;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Fifty_watchers_cause_as_many_reads_of_the_tail_as_one()
    {
        await using var test = await OpenAsync();
        Counted? counted = null;
        await using var host = await ApiHost.StartAsync(
            settings: new Dictionary<string, string?>
            {
                ["OnCall:Database:Provider"] = test.Database.Provider == DatabaseProvider.Sqlite ? "sqlite" : "sqlserver",
                ["OnCall:Database:ConnectionString"] = test.ConnectionString,
            },
            services: s => s.AddSingleton<IPageTail>(p => counted = new Counted(new PageTailStore(p.GetRequiredService<Database>()))));
        var open = new List<NodeStream> { await NodeStream.OpenAsync(host.Admin, "/api/v1/board/stream", Cancel) };
        var withOne = await ReadsAsync(counted!);
        while (open.Count < Watchers)
        {
            open.Add(await NodeStream.OpenAsync(host.Admin, open.Count % 2 == 0 ? "/api/v1/board/stream" : "/api/v1/me/inbox/stream", Cancel));
        }

        var withMany = await ReadsAsync(counted!);

        TestContext.Current.TestOutputHelper!.WriteLine($"{test.Database.Provider}: reads of the tail in {Span.TotalSeconds} s: {withOne} with one watcher, {withMany} with {Watchers}");
        open.ForEach(s => s.Dispose());
        Assert.InRange(withOne, 1, 4 * Span.TotalSeconds + 2);
        Assert.InRange(withMany, 1, 4 * Span.TotalSeconds + 2);
    }

    private static async Task<int> ReadsAsync(Counted tail)
    {
        var before = tail.Reads;
        await Task.Delay(Span, Cancel);
        return tail.Reads - before;
    }

    private sealed class Counted(IPageTail tail) : IPageTail
    {
        private int _reads;

        public int Reads => Volatile.Read(ref _reads);

        public Task<long> LastAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _reads);
            return tail.LastAsync(cancellationToken);
        }

        public Task<IReadOnlyList<TailLine>> AfterAsync(long seq, int most, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _reads);
            return tail.AfterAsync(seq, most, cancellationToken);
        }

        public Task<IReadOnlyList<TailLine>> AmongAsync(IReadOnlyCollection<TailRun> runs, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _reads);
            return tail.AmongAsync(runs, cancellationToken);
        }
    }
}

public sealed class TailReadsOnSqlite : TailReadsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class TailReadsOnSqlServer : TailReadsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
