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
        await bench.Sealer.RunAsync(CancellationToken.None);
        await bench.WriteLateAsync(7);
        Assert.Equal(0, await bench.Sealer.RunAsync(CancellationToken.None));
        bench.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, await bench.Sealer.RunAsync(CancellationToken.None));
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
