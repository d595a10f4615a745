using OnCall.Application.Audit;
using OnCall.Domain.Audit;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Audit;

/// <summary>
/// An insider who can write the file, and has taken the triggers away, lays hands on the audit trail: a thousand times, each time once. Each time
/// it is found, and what is found names the entry or, where that is gone without a trace, its place.
/// </summary>
public sealed class TamperingTests(ITestOutputHelper output)
{
    private const int Times = 1000;
    private const int Entries = 60;

    [Fact]
    public async Task A_thousand_tamperings_are_all_found()
    {
        await using var bench = await AuditBench.OnAsync(TestDatabase.SqliteAsync());
        var anchors = new List<AuditAnchor>();
        for (var part = 0; part < 3; part++)
        {
            await bench.SealedAsync(Entries / 3);
            anchors.Add(await bench.AnchorAsync());
        }

        Assert.True((await bench.CheckAsync([.. anchors])).Sound);
        var insider = await Insider.OfAsync(bench);
        var missed = new List<string>();
        var counts = new Dictionary<string, int>();
        for (var seed = 0; seed < Times; seed++)
        {
            var done = await insider.TamperAsync(seed);
            var verdict = await bench.CheckAsync([.. anchors]);
            var named = verdict.Findings.ToList();
            foreach (var wrong in done.Named.Where(n => !named.Exists(f => n.Seq is { } seq ? f.Seq == seq : f.Place == n.Place)))
            {
                missed.Add($"{seed}: {done.What} does not name {wrong}: {string.Join("; ", named.Select(f => f.What))}");
            }

            if (verdict.Sound)
            {
                missed.Add($"{seed}: {done.What} was not found");
            }

            counts[done.Kind] = counts.GetValueOrDefault(done.Kind) + 1;
            await insider.UndoAsync();
        }

        foreach (var (kind, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{count,4} × {kind}");
        }

        Assert.Empty(missed);
        Assert.True((await bench.CheckAsync([.. anchors])).Sound);
        Assert.Equal(Times, counts.Values.Sum());
        Assert.Equal(Insider.Ways, counts.Count);
    }
}
