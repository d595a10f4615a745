using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Application.Rosters.Search;

/// <summary>
/// The number to call back on that a person gave last: offered again for 12 hours, about as long as somebody works beside the same telephone.
/// </summary>
public sealed class LastCallback(ISentPages pages, IClock clock)
{
    private static readonly Duration Kept = Duration.FromHours(12);

    /// <returns>Null where none was given lately.</returns>
    public async Task<string?> OfAsync(PersonId person, CancellationToken cancellationToken) =>
        (await pages.LatestAsync(person, clock.GetCurrentInstant() - Kept, most: 1, cancellationToken)).FirstOrDefault()?.Callback;
}
