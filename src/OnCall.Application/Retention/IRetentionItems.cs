using NodaTime;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>Finds what may be old enough, and purges.</summary>
public interface IRetentionItems
{
    /// <summary>Rules, holds and units as they are now.</summary>
    Task<RetentionBook> BookAsync(CancellationToken cancellationToken);

    /// <summary>Things of a class that ended before, part by part; never a page that is not closed.</summary>
    /// <param name="after">The last of the part before; null for the first.</param>
    Task<KeptPart> FindAsync(RetentionClass what, KeptKind kind, Instant before, KeptPlace? after, int most, CancellationToken cancellationToken);

    /// <summary>
    /// In one transaction: makes sure that no later run has begun, reads rules and holds again, purges those of the things that may still go,
    /// with all that belongs to them, and writes them into the run's report.
    /// </summary>
    /// <returns>How many went; null when one has, and then none did.</returns>
    Task<int?> PurgeAsync(PurgeBatch batch, CancellationToken cancellationToken);

    /// <summary>Removes what was written to a page in the very moment in which it went.</summary>
    Task SweepAsync(Instant now, CancellationToken cancellationToken);
}
