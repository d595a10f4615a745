using NodaTime;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;

namespace OnCall.Application.Alarms;

/// <summary>The pages that OnCall sent itself.</summary>
public interface ITestPageStore
{
    /// <summary>Those sent in [<paramref name="from"/>, <paramref name="to"/>), oldest first.</summary>
    Task<IReadOnlyList<TestPage>> SentAsync(Instant from, Instant to, CancellationToken cancellationToken);

    /// <summary>When the last one before that instant was sent; null when there is none.</summary>
    Task<Instant?> LastBeforeAsync(Instant before, CancellationToken cancellationToken);

    /// <summary>Deletes those sent before that instant, with all that belongs to them, and answers how many.</summary>
    Task<int> PurgeAsync(Instant before, CancellationToken cancellationToken);

    Task AuditAsync(AuditEntry entry, CancellationToken cancellationToken);
}
