using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Escalation;

/// <summary>A human took the page.</summary>
/// <param name="Person">Null when it was the unknown holder of a role's own device.</param>
/// <param name="Reply">The words they chose, or null.</param>
/// <param name="ReadBack">The value read back, for a critical result.</param>
public sealed record Acknowledgement(PersonId? Person, string Name, Instant At, string? Reply, string? ReadBack);
