using NodaTime;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>One change of the offset of a zone.</summary>
internal sealed record ZoneChange(DateTimeZone Zone, Instant At, Offset Before, Offset After)
{
    /// <summary>How far the clocks are put forward; negative where they are put back.</summary>
    public Duration Jump => Duration.FromSeconds(After.Seconds - Before.Seconds);

    /// <summary>What the wall clock would show at the change if nobody changed it.</summary>
    public LocalDateTime Wall => At.WithOffset(Before).LocalDateTime;

    public override string ToString() => $"{Zone.Id}, clocks change at {At} from {Before} to {After}";
}
