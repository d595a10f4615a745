using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Answers;

/// <summary>The roles that a query means, and their rosters.</summary>
internal sealed record SelectedRosters(IReadOnlyList<SelectedRole> Roles, RosterView View)
{
    public static SelectedRosters None { get; } = new([], new RosterView(0, new Dictionary<RoleId, RoleRoster>()));
}
