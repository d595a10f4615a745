using System.Data.Common;
using OnCall.Application.Audit;
using OnCall.Domain.Audit;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Audit;

/// <summary>What the seals promise on either database.</summary>
public abstract class AuditSealStoreContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task The_chain_is_read_as_it_was_written_with_its_entries()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await bench.SealedAsync(5);
        var chain = await bench.ChainAsync();
        Assert.Equal([1L, 2, 3, 4, 5], chain.Select(l => l.Seal.Place));
        Assert.All(chain, link => Assert.Equal(link.Seal.EntrySeq, link.Entry!.Seq));
        Assert.Equal(chain[4].Seal.Hash, (await bench.Seals.HeadAsync(CancellationToken.None)).Hash);
        Assert.Equal(chain[2].Seal, await bench.Seals.AtAsync(3, CancellationToken.None));
        Assert.Null(await bench.Seals.AtAsync(6, CancellationToken.None));
        Assert.True((await bench.CheckAsync(await bench.AnchorAsync())).Sound);
    }

    [Fact]
    public async Task An_entry_that_is_not_sealed_is_told_once_it_has_had_its_time()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await bench.SealedAsync(2);
        await bench.WriteAsync(1);
        Assert.True((await bench.CheckAsync()).Sound);
        bench.Clock.Advance(NodaTime.Duration.FromSeconds(11));
        var finding = Assert.Single((await bench.CheckAsync()).Findings);
        Assert.Equal((AuditFindingKind.Unsealed, "person:N0"), (finding.Kind, finding.Entry!.Actor));
    }

    [Fact]
    public async Task An_entry_without_a_seal_is_told_wherever_it_stands_and_none_twice()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await bench.WriteLateAsync(1000);
        await bench.Sealer.RunAsync(CancellationToken.None);
        long[] unsealed = [1, 99, 100, 101, 300, 5000, 1_000_000, long.MaxValue];
        foreach (var seq in unsealed)
        {
            await bench.WriteLateAsync(seq);
        }

        bench.Clock.Advance(NodaTime.Duration.FromSeconds(11));
        var watched = new WatchedSeals(bench.Seals);
        var verdict = await new CheckAudit(watched, bench.Clock) { Window = 100 }.RunAsync(1, [], CancellationToken.None);

        Assert.Equal(unsealed, verdict.Findings.Select(f => f.Seq!.Value));
        Assert.All(watched.Looks, look => Assert.InRange(look.Until - look.After, 1, 100));
        Assert.InRange(watched.Looks.Count, 1, 10);
    }

    [Fact]
    public async Task A_place_that_is_taken_refuses_all_that_comes_with_it()
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await bench.SealedAsync(3);
        await bench.WriteAsync(2);
        var entries = await bench.Seals.UnsealedAsync(0, long.MaxValue, 10, CancellationToken.None);
        var chain = await bench.ChainAsync();
        AuditSeal[] late = [AuditChain.Seal(chain[2].Seal.Hash, 4, bench.Clock.GetCurrentInstant(), entries[0]), AuditChain.Seal(chain[1].Seal.Hash, 3, bench.Clock.GetCurrentInstant(), entries[1])];
        Assert.False(await bench.Seals.AddAsync(late, CancellationToken.None));
        Assert.Equal(3, (await bench.Seals.HeadAsync(CancellationToken.None)).Place);
        Assert.Equal(2, (await bench.Seals.UnsealedAsync(0, long.MaxValue, 10, CancellationToken.None)).Count);
    }

    [Theory]
    [InlineData("update audit_entry set detail = '{}'")]
    [InlineData("delete from audit_entry")]
    [InlineData("update audit_seal set place = place + 100")]
    [InlineData("delete from audit_seal")]
    public async Task The_database_itself_refuses_to_change_or_delete(string statement)
    {
        await using var bench = await AuditBench.OnAsync(OpenAsync());
        await bench.SealedAsync(3);
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => bench.ExecuteAsync(statement));
        Assert.Contains("only added to", refused.Message, StringComparison.Ordinal);
        Assert.True((await bench.CheckAsync()).Sound);
        Assert.Equal(3, (await bench.ChainAsync()).Count);
    }
}

public sealed class AuditSealStoreOnSqlite : AuditSealStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class AuditSealStoreOnSqlServer : AuditSealStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
