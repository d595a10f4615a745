using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Mine;

/// <summary>A stretch that a person is on a role.</summary>
internal sealed record OwnStretch(RoleScope Scope, OnShift On);
