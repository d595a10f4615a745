using NodaTime;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>A run of the purge with its report.</summary>
/// <param name="EndedAt">Null while it runs, or when it broke off.</param>
public sealed record RetentionRun(
    RetentionRunId Id, string Node, Instant StartedAt, Instant? EndedAt, RunOutcome? Outcome, IReadOnlyList<PurgedCount> Purged, IReadOnlyList<HeldCount> Held);
