using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Access;

/// <summary>A key as it is kept, of a person or of an integration.</summary>
/// <param name="OrgUnit">The person's.</param>
/// <param name="Grants">An integration's; empty for a person, whose own count.</param>
/// <param name="UsedAt">When it last let somebody in, to the minute; null when it never did, or not since that is noted.</param>
public sealed record StoredKey(
    ApiKeyId Id, PersonId? Person, string? EmployeeNo, OrgUnitId? OrgUnit, string? Integration, IReadOnlyList<Grant> Grants, string MadeBy, Instant CreatedAt,
    Instant? ExpiresAt, Instant? UsedAt, Instant? RevokedAt);
