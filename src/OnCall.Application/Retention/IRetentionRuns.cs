using NodaTime;
using OnCall.Domain.Audit;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>The runs of the purge, and their reports.</summary>
public interface IRetentionRuns
{
    /// <summary>Claims the run of a day: one node has it.</summary>
    /// <param name="day">By the hospital's clock.</param>
    /// <returns>False when a node has claimed it already.</returns>
    Task<bool> StartAsync(RetentionRunId run, string node, LocalDate day, Instant now, CancellationToken cancellationToken);

    /// <summary>Ends the run, and writes what holds kept.</summary>
    Task EndAsync(RetentionRunId run, RunOutcome outcome, IReadOnlyCollection<HeldCount> held, Instant now, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>What the run has purged so far.</summary>
    Task<IReadOnlyList<PurgedCount>> LinesAsync(RetentionRunId run, CancellationToken cancellationToken);

    /// <summary>The newest first, at most so many, with their reports.</summary>
    /// <param name="before">Only those that started earlier; null from the newest on.</param>
    Task<IReadOnlyList<RetentionRun>> ListAsync(Instant? before, int most, CancellationToken cancellationToken);
}
