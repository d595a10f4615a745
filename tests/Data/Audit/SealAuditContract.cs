using NodaTime;
using OnCall.Application.Audit;
using OnCall.Data.Audit;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Audit;

/// <summary>Sealing: in batches, by several nodes, and of entries that come late.</summary>
public abstract class SealAuditContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task More_than_a_batch_is_sealed_at_once()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await bench.WriteAsync(2500);
        Assert.Equal(2500, await bench.Sealer.RunAsync(CancellationToken.None));
        Assert.Equal(0, await bench.Sealer.RunAsync(CancellationToken.None));
        bench.Clock.Advance(Duration.FromMinutes(1));
        var verdict = await bench.CheckAsync();
        Assert.True(verdict.Sound);
        Assert.Equal(2500, verdict.Places);
    }

    [Fact]
    public async Task An_entry_that_is_committed_late_is_sealed_when_it_appears()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await bench.WriteLateAsync(1000);
        await bench.Sealer.RunAsync(CancellationToken.None);
        await bench.WriteLateAsync(990);
        Assert.Equal(1, await bench.Sealer.RunAsync(CancellationToken.None));
        Assert.Equal([1000L, 990], (await bench.ChainAsync()).Select(l => l.Seal.EntrySeq));
        bench.Clock.Advance(Duration.FromMinutes(2));
        Assert.True((await bench.CheckAsync()).Sound);
    }

    [Fact]
    public async Task One_that_is_far_behind_is_found_by_the_wide_look_of_each_minute()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await bench.WriteLateAsync(50_000);
        Assert.Equal(1, await bench.TickAsync(bench.Sealer));
        Assert.Equal(0, await bench.TickAsync(bench.Sealer));
        Assert.Equal(0, await bench.TickAsync(bench.Sealer));
        await bench.WriteLateAsync(7);
        Assert.Equal(0, await bench.TickAsync(bench.Sealer));
        bench.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, await bench.TickAsync(bench.Sealer));
    }

    [Fact]
    public async Task One_that_was_left_behind_long_ago_is_found_by_looking_through_the_trail_a_window_at_a_time()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await WriteSealedAsync(bench, 50, 150, 160, 250, 9000);
        await bench.WriteLateAsync(255);
        var watched = new WatchedSeals(bench.Seals);
        var sealer = new SealAudit(watched, bench.Clock) { Window = 100 };

        // The near look and the wide one, then three windows: holes are none.
        Assert.Equal([0L, 0, 0, 1], await TicksAsync(bench, sealer, 4));
        Assert.All(watched.Looks.Where(l => l.Until != long.MaxValue), look => Assert.InRange(look.Until - look.After, 1, 100));
        Assert.All(watched.Looks.Where(l => l.Until == long.MaxValue), look => Assert.InRange(look.After, 8500, long.MaxValue));

        // One window more, and the end is seen: until the day is over it does not begin anew.
        await TicksAsync(bench, sealer, 2);
        await bench.WriteLateAsync(60);
        bench.Clock.Advance(Duration.FromHours(23));
        Assert.Equal([0L, 0, 0, 0], await TicksAsync(bench, sealer, 4));
        bench.Clock.Advance(Duration.FromHours(1));
        Assert.Equal([0L, 1], await TicksAsync(bench, sealer, 2));
        bench.Clock.Advance(Duration.FromMinutes(1));
        Assert.True((await bench.CheckAsync()).Findings.Count == 0);
    }

    [Fact]
    public async Task What_is_new_is_sealed_while_the_trail_cannot_be_looked_through_and_that_is_tried_again_each_minute()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await WriteSealedAsync(bench, 50, 9000);
        await bench.WriteLateAsync(60);
        var watched = new WatchedSeals(bench.Seals) { FailsBelow = 8000 };
        var sealer = new SealAudit(watched, bench.Clock) { Window = 100 };
        Assert.Equal(0, await bench.TickAsync(sealer));

        await bench.WriteAsync(3);
        await Assert.ThrowsAsync<TimeoutException>(() => bench.TickAsync(sealer));
        Assert.Equal(5, (await bench.Seals.HeadAsync(CancellationToken.None)).Place);
        await bench.WriteAsync(1);
        Assert.Equal(1, await bench.TickAsync(sealer));
        Assert.False(await sealer.LookBackAsync(CancellationToken.None));

        watched.FailsBelow = 0;
        bench.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal([0L, 1], await TicksAsync(bench, sealer, 2));
        Assert.True(await sealer.LookBackAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_looks_on_takes_over_what_lies_far_behind_and_not_what_has_just_come()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await WriteSealedAsync(bench, 50, 9000);
        var other = new SealAudit(bench.Seals, bench.Clock) { Window = 100 };
        Assert.Equal([0L, 0, 0, 0], await TicksAsync(bench, other, 4));
        await bench.WriteAsync(1);
        Assert.Equal(1, await bench.Sealer.RunAsync(CancellationToken.None));

        // The other looks on now. What it comes upon may be about to be sealed, and is not passed over until it is.
        bench.Clock.Advance(Duration.FromDays(1));
        await bench.WriteLateAsync(60);
        Assert.Equal([0L, 0, 0], await TicksAsync(bench, other, 3));
        bench.Clock.Advance(SealAudit.Patience);
        Assert.Equal(1, await bench.TickAsync(other));
    }

    [Fact]
    public async Task Two_that_seal_at_once_make_one_chain()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        const int Rounds = 40;
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await bench.WriteAsync(25);
            }
        });
        var other = new AuditSealStore(bench.Test.OpenAgain());
        var lost = await Task.WhenAll(SealUntilAsync(bench.Seals), SealUntilAsync(other));
        await writing;
        while (await new SealAudit(bench.Seals, bench.Clock).RunAsync(CancellationToken.None) > 0)
        {
        }

        bench.Clock.Advance(Duration.FromMinutes(1));
        var verdict = await bench.CheckAsync();
        Assert.Empty(verdict.Findings);
        Assert.Equal(Rounds * 25, verdict.Places);
        Assert.True(lost.Sum() > 0, "Nobody sealed while entries were written.");

        async Task<int> SealUntilAsync(AuditSealStore seals)
        {
            var sealedHere = 0;
            while (!writing.IsCompleted)
            {
                // A new one each time, so that none looks on: all of them race.
                sealedHere += await new SealAudit(seals, bench.Clock).RunAsync(CancellationToken.None);
            }

            return sealedHere;
        }
    }

    private static async Task WriteSealedAsync(AuditBench bench, params long[] seqs)
    {
        foreach (var seq in seqs)
        {
            await bench.WriteLateAsync(seq);
        }

        Assert.Equal(seqs.Length, await bench.Sealer.RunAsync(CancellationToken.None));
    }

    private static async Task<IReadOnlyList<long>> TicksAsync(AuditBench bench, SealAudit sealer, int ticks)
    {
        var sealedThen = new List<long>();
        while (sealedThen.Count < ticks)
        {
            sealedThen.Add(await bench.TickAsync(sealer));
        }

        return sealedThen;
    }

    [Fact]
    public async Task A_node_looks_on_while_another_seals_and_takes_over_when_it_stops()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        var other = new SealAudit(new AuditSealStore(bench.Test.OpenAgain()), bench.Clock);
        await bench.WriteAsync(1);
        Assert.Equal(1, await other.RunAsync(CancellationToken.None));
        Assert.Equal(0, await bench.Sealer.RunAsync(CancellationToken.None));
        await bench.WriteAsync(1);
        Assert.Equal(1, await bench.Sealer.RunAsync(CancellationToken.None));

        // Now this one is at it, and the other looks on.
        await bench.WriteAsync(1);
        Assert.Equal(0, await other.RunAsync(CancellationToken.None));
        bench.Clock.Advance(SealAudit.Patience);
        Assert.Equal(1, await other.RunAsync(CancellationToken.None));
        Assert.True((await bench.CheckAsync()).Sound);
    }
}

public sealed class SealAuditOnSqlite : SealAuditContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class SealAuditOnSqlServer : SealAuditContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
