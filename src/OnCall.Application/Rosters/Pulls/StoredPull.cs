using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>A pull as it is kept.</summary>
/// <param name="Version">Of its settings; 1 for a new one.</param>
public sealed record StoredPull(RosterPullId Id, string Code, OrgUnitId OrgUnit, PullSettings Settings, PullSecret? Secret, int Version, PullState State);
