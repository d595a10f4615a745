using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>The gaps of all roles, as the rosters stood at a stamp.</summary>
/// <param name="Rostered">The roles that ever had a shift.</param>
public sealed record KnownGaps(long Stamp, IReadOnlyList<Gap> Gaps, IReadOnlyDictionary<RoleId, RoleScope> Scopes, IReadOnlySet<RoleId> Rostered);
