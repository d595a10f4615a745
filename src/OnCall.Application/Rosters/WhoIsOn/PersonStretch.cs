using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.WhoIsOn;

/// <summary>A time [From, Until) that a person is on a role.</summary>
public sealed record PersonStretch(RoleName Role, int Tier, Instant From, Instant Until);
