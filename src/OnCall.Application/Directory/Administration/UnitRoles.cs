namespace OnCall.Application.Directory.Administration;

/// <summary>The roles of a unit.</summary>
/// <param name="Unit">Null for roles of no unit.</param>
/// <param name="MayChange">The caller administers them.</param>
public sealed record UnitRoles(OrgUnitView? Unit, bool MayChange, IReadOnlyList<RoleView> Roles);
