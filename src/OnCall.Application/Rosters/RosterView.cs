using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters;

/// <summary>Rosters of some roles as they stood at one stamp.</summary>
public sealed record RosterView(long Stamp, IReadOnlyDictionary<RoleId, RoleRoster> Rosters)
{
    /// <summary>The role's roster; empty when it has none.</summary>
    public RoleRoster Of(RoleId role) => Rosters.TryGetValue(role, out var roster) ? roster : RoleRoster.Empty(role);
}
