using Dapper;
using NodaTime;
using OnCall.Application.Rosters.Search;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;

namespace OnCall.Data.Paging;

/// <summary>What people paged lately, in either database.</summary>
public sealed class SentPageStore(Database database) : ISentPages
{
    private readonly SqlText _sql = SqlText.For<SentPageStore>(database.Provider);

    public Task<IReadOnlyList<SentPage>> LatestAsync(PersonId person, Instant since, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<SentPage>>(
        async connection => [.. await connection.QueryAsync<SentPage>(_sql["Latest"], new { person, since, most })], cancellationToken);
}
