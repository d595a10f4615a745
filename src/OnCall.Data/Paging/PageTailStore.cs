using Dapper;
using OnCall.Application.Paging;
using OnCall.Data.Schema;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>The end of all trails, in either database.</summary>
public sealed class PageTailStore(Database database) : IPageTail
{
    // Below the parameter limits of both databases.
    private const int Batch = 1000;

    private readonly SqlText _sql = SqlText.For<PageTailStore>(database.Provider);

    public Task<long> LastAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(_sql["Last"]), cancellationToken);

    public Task<IReadOnlyList<TailLine>> AfterAsync(long seq, int most, CancellationToken cancellationToken) => QueryAsync("After", new { seq, most }, cancellationToken);

    public async Task<IReadOnlyList<TailLine>> AmongAsync(IReadOnlyCollection<TailRun> runs, CancellationToken cancellationToken)
    {
        var lines = new List<TailLine>();

        // A hole that a restarted server leaves in its numbers is asked for by its ends.
        foreach (var run in runs.Where(IsLong))
        {
            lines.AddRange(await QueryAsync("Within", new { from = run.From, until = run.Until }, cancellationToken));
        }

        foreach (var batch in runs.Where(run => !IsLong(run)).SelectMany(Numbers).Chunk(Batch))
        {
            lines.AddRange(await QueryAsync("Among", new { seqs = batch }, cancellationToken));
        }

        return [.. lines.OrderBy(line => line.Seq)];
    }

    private static bool IsLong(TailRun run) => run.Until - run.From >= Batch;

    private static IEnumerable<long> Numbers(TailRun run)
    {
        for (var seq = run.From; seq <= run.Until; seq++)
        {
            yield return seq;
        }
    }

    private Task<IReadOnlyList<TailLine>> QueryAsync(string name, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<TailLine>>(
            async connection => [.. (await connection.QueryAsync<Row>(_sql[name], parameters)).Select(r => new TailLine(r.Seq, r.Page))], cancellationToken);

    private sealed class Row
    {
        public long Seq { get; set; }

        public PageId Page { get; set; }
    }
}
