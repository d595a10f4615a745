using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access;

/// <summary>Makes and revokes keys.</summary>
public interface IKeyStore
{
    /// <summary>
    /// Writes it, with the notice to its person. False, and nothing is written, when the person is not active, its maker may not administer them any
    /// more, or the session or key that its maker asks by has ended meanwhile.
    /// </summary>
    Task<bool> AddAsync(NewKey key, AuditEntry audit, CancellationToken cancellationToken, NewNotice? told = null);

    /// <summary>Every key that ever was, without the secret.</summary>
    Task<IReadOnlyList<StoredKey>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Those of integrations that nobody has revoked, also where they have ended.</summary>
    Task<IReadOnlyList<IntegrationKey>> IntegrationsAsync(CancellationToken cancellationToken);

    /// <summary>Notes when these were last used.</summary>
    Task UseAsync(IReadOnlyDictionary<ApiKeyId, Instant> uses, CancellationToken cancellationToken);

    /// <summary>Null when there never was such a key.</summary>
    Task<KeyOwner?> OwnerAsync(ApiKeyId key, CancellationToken cancellationToken);

    /// <summary>Revokes it, if that has not been done, and those that its person made with it for themselves. Each is an entry.</summary>
    Task RevokeAsync(ApiKeyId key, Instant at, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Revokes all of a person's, each with an entry like this one, and answers how many there were.</summary>
    /// <param name="but">This one stays; null for none.</param>
    Task<int> RevokeAllAsync(PersonId person, ApiKeyId? but, Instant at, AuditEntry audit, CancellationToken cancellationToken);
}
