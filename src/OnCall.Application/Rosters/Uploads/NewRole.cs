using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>A role that an upload brings along.</summary>
public sealed record NewRole(RoleId Id, string Code, string Name);
