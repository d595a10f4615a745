using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;

namespace OnCall.Application.Access;

/// <summary>Makes and revokes keys.</summary>
public interface IKeyStore
{
    Task AddAsync(NewKey key, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Null when there never was such a key.</summary>
    Task<KeyOwner?> OwnerAsync(ApiKeyId key, CancellationToken cancellationToken);

    /// <summary>Revokes it, if that has not been done.</summary>
    Task RevokeAsync(ApiKeyId key, Instant at, AuditEntry audit, CancellationToken cancellationToken);
}
