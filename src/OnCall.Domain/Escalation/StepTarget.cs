using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Escalation;

/// <summary>Whom a step notifies.</summary>
/// <param name="Role">For <see cref="TargetKind.Role"/>: the role, or null for the page's own.</param>
/// <param name="Tier">For <see cref="TargetKind.Tier"/>: 1, 2 or 3 of the page's own role.</param>
/// <param name="Person">For <see cref="TargetKind.Person"/>: the named backup, paged even when off shift.</param>
public sealed record StepTarget(TargetKind Kind, RoleId? Role = null, int? Tier = null, PersonId? Person = null);
