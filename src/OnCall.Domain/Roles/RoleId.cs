namespace OnCall.Domain.Roles;

/// <summary>Identifies a role for as long as the hospital exists; its code and names may change.</summary>
public readonly record struct RoleId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
