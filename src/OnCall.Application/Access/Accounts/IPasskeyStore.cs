using NodaTime;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Accounts;

/// <summary>Keeps passkeys.</summary>
public interface IPasskeyStore
{
    Task<IReadOnlyList<Passkey>> OfAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Null when there is none.</summary>
    Task<Passkey?> FindAsync(byte[] credentialId, CancellationToken cancellationToken);

    /// <summary>False when the credential is known already, of whomever.</summary>
    Task<bool> AddAsync(Passkey passkey, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Notes that it has answered what it was asked at a time. False when it has answered since: then this is an answer that was given before.</summary>
    Task<bool> UseAsync(byte[] credentialId, Instant askedAt, Instant now, CancellationToken cancellationToken);

    /// <summary>Writes the counter and when it was used.</summary>
    Task UpdateAsync(Passkey passkey, CancellationToken cancellationToken);

    /// <summary>False when the person has no such passkey.</summary>
    Task<bool> RemoveAsync(PersonId person, byte[] credentialId, AuditEntry audit, CancellationToken cancellationToken);
}
