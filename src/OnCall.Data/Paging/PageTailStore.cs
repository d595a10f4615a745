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

    public async Task<IReadOnlyList<TailLine>> AmongAsync(IReadOnlyCollection<long> seqs, CancellationToken cancellationToken)
    {
        var lines = new List<TailLine>();
        foreach (var batch in seqs.Chunk(Batch))
        {
            lines.AddRange(await QueryAsync("Among", new { seqs = batch }, cancellationToken));
        }

        return lines;
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
