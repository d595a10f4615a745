using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Application.Rosters.Search;

/// <summary>What a person paged lately.</summary>
public interface ISentPages
{
    /// <param name="person">Who sent them.</param>
    /// <param name="since">Those sent before are left out.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The latest first.</returns>
    Task<IReadOnlyList<SentPage>> LatestAsync(PersonId person, Instant since, int most, CancellationToken cancellationToken);
}
