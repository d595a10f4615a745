namespace OnCall.Application.Rosters.Uploads;

/// <summary>An upload with what it would publish, or the shifts that it put in force.</summary>
/// <param name="Draft">Null unless it is a preview.</param>
/// <param name="Roles">The roles that it is about.</param>
public sealed record StoredUpload(RosterUpload Upload, RosterDraft? Draft, IReadOnlyList<Domain.Roles.RoleId> Roles);
