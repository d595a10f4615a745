using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;

namespace OnCall.Application.Access;

/// <summary>Makes and revokes keys.</summary>
public interface IKeyStore
{
    /// <summary>
    /// Writes it, with the notice to its person. False, and nothing is written, when the person is not active, or its maker may not administer
    /// them any more.
    /// </summary>
    Task<bool> AddAsync(NewKey key, AuditEntry audit, CancellationToken cancellationToken, NewNotice? told = null);

    /// <summary>Null when there never was such a key.</summary>
    Task<KeyOwner?> OwnerAsync(ApiKeyId key, CancellationToken cancellationToken);

    /// <summary>Revokes it, if that has not been done.</summary>
    Task RevokeAsync(ApiKeyId key, Instant at, AuditEntry audit, CancellationToken cancellationToken);
}
