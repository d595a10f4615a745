using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>One role of a publication that is in force.</summary>
/// <param name="CreatedBy">The uploader's name.</param>
public sealed record EarlierPublication(RoleId Role, Instant Start, Instant End, string CreatedBy, string FileName, Instant PublishedAt);
