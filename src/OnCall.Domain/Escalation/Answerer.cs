using OnCall.Domain.Directory;

namespace OnCall.Domain.Escalation;

/// <summary>Who answers a page, and by what right.</summary>
/// <param name="Person">Null for the unknown holder of a role's own device.</param>
/// <param name="CalledInBy">The dispatcher who entered it for somebody who called in, or null.</param>
/// <param name="IsDispatcher">May acknowledge without having been asked.</param>
/// <param name="HoldsDevice">Answered from the role's own device.</param>
public sealed record Answerer(PersonId? Person, string Name, string? CalledInBy = null, bool IsDispatcher = false, bool HoldsDevice = false);
