namespace OnCall.Domain.Roles;

/// <summary>Identifies a unit of the org tree.</summary>
public readonly record struct OrgUnitId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
