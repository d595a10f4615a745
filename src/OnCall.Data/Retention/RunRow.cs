using NodaTime;
using OnCall.Application.Retention;
using OnCall.Domain.Retention;

namespace OnCall.Data.Retention;

/// <summary>A run of the purge, as a row.</summary>
internal sealed class RunRow
{
    public RetentionRunId Id { get; set; }

    public string Node { get; set; } = "";

    public Instant StartedAt { get; set; }

    public Instant? EndedAt { get; set; }

    public string? Outcome { get; set; }

    public RetentionRun ToRun(IEnumerable<PurgedCount> purged, IEnumerable<HeldCount> held) =>
        new(Id, Node, StartedAt, EndedAt, Outcome is null ? null : Enum.Parse<RunOutcome>(Outcome), [.. purged], [.. held]);
}
