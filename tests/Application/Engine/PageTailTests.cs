using Microsoft.Extensions.Logging.Abstractions;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Data.Paging;
using OnCall.Scheduler;
using Xunit;

namespace OnCall.Application.Tests.Engine;

public sealed class PageTailTests
{
    [Fact]
    public async Task What_another_node_wrote_wakes_this_nodes_engine_and_screens()
    {
        await using var house = await House.OpenAsync();
        var signal = new WorkSignal();
        var (engine, screen) = (signal.Join(), signal.Watch());
        using var tail = await StartAsync(house, signal);

        // The house's own signal is another's: this node hears of the page through the database alone.
        var (page, _) = await house.PageAsync();

        Assert.Equal(page, await screen.ReadAsync(TestContext.Current.CancellationToken));
        await engine.WaitAsync(TestContext.Current.CancellationToken);
        await tail.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_this_node_wrote_is_shown_once_and_wakes_its_engine_once()
    {
        await using var house = await House.OpenAsync();
        var signal = new WorkSignal();
        var screen = signal.Watch();
        var (first, _) = await house.PageAsync();
        signal.PageChanged(first);
        var engine = signal.Join();

        signal.Show([first], 1);

        Assert.False(engine.WaitAsync(TestContext.Current.CancellationToken).IsCompleted);
        Assert.True(screen.TryRead(out var shown));
        Assert.Equal(first, shown);
        Assert.False(screen.TryRead(out _));
    }

    private static async Task<PageTail> StartAsync(House house, WorkSignal signal)
    {
        // Real time: the tail is asked until it has taken its place at the end.
        var place = new TaskCompletionSource();
        var tail = new PageTail(new Placed(new PageTailStore(house.Database), place), signal, TimeProvider.System, NullLogger<PageTail>.Instance);
        await tail.StartAsync(CancellationToken.None);
        await place.Task;
        return tail;
    }

    private sealed class Placed(IPageTail tail, TaskCompletionSource placed) : IPageTail
    {
        public async Task<long> LastAsync(CancellationToken cancellationToken)
        {
            var last = await tail.LastAsync(cancellationToken);
            placed.TrySetResult();
            return last;
        }

        public Task<IReadOnlyList<TailLine>> AfterAsync(long seq, int most, CancellationToken cancellationToken) => tail.AfterAsync(seq, most, cancellationToken);

        public Task<IReadOnlyList<TailLine>> AmongAsync(IReadOnlyCollection<TailRun> runs, CancellationToken cancellationToken) => tail.AmongAsync(runs, cancellationToken);
    }
}
