using NodaTime;

namespace OnCall.Application.Retention;

/// <summary>The report of a run of the purge.</summary>
/// <param name="EndedAt">Null while it runs, or when it broke off.</param>
/// <param name="Outcome"><c>done</c>, <c>timeOver</c>, <c>gaveWay</c>, <c>taken</c> or <c>failed</c>; null while it runs.</param>
public sealed record RetentionRunView(
    Guid Id, Instant StartedAt, Instant? EndedAt, string? Outcome, IReadOnlyList<PurgedLine> Purged, IReadOnlyList<HeldLine> Held);
