using NodaTime;
using OnCall.Application.Access;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>A key as its row has it, for lists.</summary>
internal sealed class StoredKeyRow
{
    public ApiKeyId KeyId { get; set; }

    public PersonId? PersonId { get; set; }

    public string? EmployeeNo { get; set; }

    public OrgUnitId? OrgUnit { get; set; }

    public string? Integration { get; set; }

    public string Permissions { get; set; } = "";

    public string MadeBy { get; set; } = "";

    public Instant CreatedAt { get; set; }

    public Instant? ExpiresAt { get; set; }

    public Instant? UsedAt { get; set; }

    public Instant? RevokedAt { get; set; }

    public StoredKey ToKey() =>
        new(KeyId, PersonId, EmployeeNo, OrgUnit, Integration, KeyPermissions.Read(Permissions), MadeBy, CreatedAt, ExpiresAt, UsedAt, RevokedAt);
}
