using OnCall.Domain.Access;

namespace OnCall.Application.Directory;

/// <summary>A permission as answers show it.</summary>
/// <param name="OrgUnit">Null for the whole hospital.</param>
public sealed record GrantView(Permission Permission, string? OrgUnit);
