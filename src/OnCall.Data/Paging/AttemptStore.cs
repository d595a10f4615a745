using Dapper;
using OnCall.Application.Paging;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>What became of notifications, read out of the trails.</summary>
public sealed class AttemptStore(Database database) : IAttemptReads
{
    // Below the parameter limits of both databases.
    private const int Batch = 500;

    private readonly SqlText _sql = SqlText.For<AttemptStore>(database.Provider);

    public async Task<IReadOnlyList<PageEvent>> LastAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken)
    {
        var events = new List<PageEvent>();
        foreach (var batch in pages.Chunk(Batch))
        {
            var parameters = new { pages = batch.Select(p => database.Stored(p.Value)) };
            events.AddRange(await database.ReadAsync(
                async connection => (await connection.QueryAsync<EventRow>(_sql["Last"], parameters)).Select(r => r.ToEvent(database.Seal)).ToList(),
                cancellationToken));
        }

        return events;
    }
}
