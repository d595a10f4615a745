namespace OnCall.Application.Directory.Administration;

/// <summary>Roles by their units, from the top of the tree down; last those of no unit. Units without any are left out.</summary>
public sealed record RolesByUnitView(IReadOnlyList<UnitRoles> Units)
{
    public int Count => Units.Sum(u => u.Roles.Count);
}
