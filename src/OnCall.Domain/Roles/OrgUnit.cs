using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Domain.Roles;

/// <summary>A unit of the hospital: a site, a clinic, a ward.</summary>
/// <param name="SwapApproval">Null inherits the parent's, at the top a scheduler approves.</param>
/// <param name="TimeZone">IANA zone; null inherits the parent's, at the top UTC.</param>
public sealed record OrgUnit(OrgUnitId Id, string Code, string Name, OrgUnitId? Parent, string? TimeZone, SwapApproval? SwapApproval = null);
