using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OnCall.Application.Audit;
using OnCall.Data.Audit;
using OnCall.Domain.Audit;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Audit;

/// <summary>The head of the chain, kept in a file.</summary>
public sealed class AnchorTests : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("oncall-anchors-");

    private string File => Path.Combine(_folder.FullName, "made", "audit-anchors.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_anchor_is_kept_at_the_start_once_a_day_and_at_the_end()
    {
        await using var bench = await AuditBench.OnAsync(TestDatabase.SqliteAsync());
        var (anchors, record) = (new AnchorFile(File), new AuditRecord());
        var keep = new AnchorAudit(bench.Seals, anchors, record, bench.Clock, NullLogger<AnchorAudit>.Instance);
        Assert.False(await keep.RunAsync(atTheEnd: false, CancellationToken.None));

        await bench.SealedAsync(3);
        Assert.True(await keep.RunAsync(atTheEnd: false, CancellationToken.None));
        await bench.SealedAsync(4);
        Assert.False(await keep.RunAsync(atTheEnd: false, CancellationToken.None));
        bench.Clock.Advance(AnchorAudit.Every);
        Assert.True(await keep.RunAsync(atTheEnd: false, CancellationToken.None));
        Assert.False(await keep.RunAsync(atTheEnd: true, CancellationToken.None));
        await bench.SealedAsync(1);
        Assert.True(await keep.RunAsync(atTheEnd: true, CancellationToken.None));

        var lines = await anchors.ReadAsync(CancellationToken.None);
        Assert.Equal([3L, 7, 8], lines.Select(l => l.Anchor!.Place));
        Assert.Equal((await bench.ChainAsync()).Where(l => l.Seal.Place is 3 or 7 or 8).Select(l => l.Seal.Hash), lines.Select(l => l.Anchor!.Hash));
        Assert.True((await bench.CheckAsync([.. lines.Select(l => l.Anchor!)])).Sound);
    }

    [Fact]
    public async Task One_that_cannot_be_written_is_a_trouble_until_it_can()
    {
        await using var bench = await AuditBench.OnAsync(TestDatabase.SqliteAsync());
        await bench.SealedAsync(3);
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder.FullName, "made"), "A file where the folder should be.", CancellationToken.None);
        var record = new AuditRecord();
        var keep = new AnchorAudit(bench.Seals, new AnchorFile(File), record, bench.Clock, NullLogger<AnchorAudit>.Instance);
        Assert.False(await keep.RunAsync(atTheEnd: false, CancellationToken.None));
        Assert.Equal(bench.Clock.GetCurrentInstant(), record.Trouble.AnchorFailingSince);

        System.IO.File.Delete(Path.Combine(_folder.FullName, "made"));
        Assert.False(await keep.RunAsync(atTheEnd: false, CancellationToken.None));
        bench.Clock.Advance(Duration.FromMinutes(1));
        Assert.True(await keep.RunAsync(atTheEnd: false, CancellationToken.None));
        Assert.Null(record.Trouble.AnchorFailingSince);
    }

    [Fact]
    public async Task A_line_that_was_torn_or_written_by_somebody_else_is_told_and_the_others_are_read()
    {
        var anchors = new AnchorFile(File);
        var anchor = new AuditAnchor(3, AuditChain.Origin, Instant.FromUtc(2026, 11, 27, 8, 30), 3);
        await anchors.AppendAsync(anchor, CancellationToken.None);
        await System.IO.File.AppendAllTextAsync(File, """{"place":4,"ha""", CancellationToken.None);
        await anchors.AppendAsync(anchor with { Place = 5 }, CancellationToken.None);
        await System.IO.File.AppendAllTextAsync(File, "null\n", CancellationToken.None);
        Assert.Equal([anchor, null, anchor with { Place = 5 }, null], (await anchors.ReadAsync(CancellationToken.None)).Select(l => l.Anchor));
    }
}
