using NodaTime;

namespace OnCall.Application.Rosters.Answers;

/// <summary>A role and the time [from, to) to tell of it.</summary>
internal sealed record SelectedRole(RoleScope Scope, Instant From, Instant To);
