using OnCall.Application.Rosters.Files;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>A file after everything in it was looked up.</summary>
/// <param name="Scopes">Of the roles that exist already.</param>
internal sealed record MatchedRoster(
    RosterReading Reading,
    IReadOnlyList<MatchedShift> Shifts,
    RoleBook Roles,
    PersonBook People,
    IReadOnlyDictionary<RoleId, RoleScope> Scopes);
