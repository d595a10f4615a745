using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Covers;

/// <summary>A cover, over [from, to).</summary>
public sealed record CoverView(Guid Id, RoleName Role, PersonName Person, PersonName? Instead, int Tier, Instant From, Instant To, string Reason, Instant CreatedAt);
