using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Directory;

/// <summary>A unit as answers show it.</summary>
public sealed record OrgUnitView(string Code, string Name, string? Parent, string? TimeZone, SwapApproval? SwapApproval = null)
{
    internal static OrgUnitView Of(OrgUnit unit, OrgTree tree) => new(unit.Code, unit.Name, tree.Find(unit.Parent)?.Code, unit.TimeZone, unit.SwapApproval);
}
