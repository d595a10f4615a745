using OnCall.Domain.Roles;

namespace OnCall.Domain.Access;

/// <summary>Who must prove who they are by a second thing: whoever holds a permission anywhere, or works in a unit or below it.</summary>
/// <param name="Permission">Null when the rule is for a unit.</param>
/// <param name="OrgUnit">Null when the rule is for a permission.</param>
public sealed record SecondFactorRule(Permission? Permission, OrgUnitId? OrgUnit)
{
    /// <param name="grants">What the person may do.</param>
    /// <param name="unitAndAbove">The person's unit and all above it.</param>
    public bool IsFor(IReadOnlyCollection<Grant> grants, IReadOnlyCollection<OrgUnitId> unitAndAbove)
    {
        ArgumentNullException.ThrowIfNull(grants);
        ArgumentNullException.ThrowIfNull(unitAndAbove);
        return (Permission is { } permission && grants.Any(g => g.Permission == permission)) || (OrgUnit is { } unit && unitAndAbove.Contains(unit));
    }
}
