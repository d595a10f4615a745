using OnCall.Domain.Roles;

namespace OnCall.Domain.Access;

/// <summary>A permission over a unit and all below it; over the whole hospital when the unit is null.</summary>
public sealed record Grant(Permission Permission, OrgUnitId? OrgUnit);
