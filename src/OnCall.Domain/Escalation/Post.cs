using OnCall.Domain.Roles;

namespace OnCall.Domain.Escalation;

/// <summary>A tier of a role, as a page reaches it.</summary>
public sealed record Post(RoleId Role, int Tier);
