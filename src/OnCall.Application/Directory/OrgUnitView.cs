using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>A unit as answers show it.</summary>
public sealed record OrgUnitView(string Code, string Name, string? Parent, string? TimeZone)
{
    internal static OrgUnitView Of(OrgUnit unit, OrgTree tree) => new(unit.Code, unit.Name, tree.Find(unit.Parent)?.Code, unit.TimeZone);
}
