using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>What is known of one role's roster over some time: shifts in force and covers, in any order.</summary>
/// <param name="Inactive">People who may not be paged: their shifts and covers count as gaps.</param>
public sealed record RoleRoster(RoleId Role, IReadOnlyList<Shift> Shifts, IReadOnlyList<Cover> Covers, IReadOnlySet<PersonId> Inactive)
{
    public static RoleRoster Empty(RoleId role) => new(role, [], [], new HashSet<PersonId>());
}
