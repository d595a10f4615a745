using NodaTime;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Invitations;

/// <summary>Keeps invitations.</summary>
public interface IInvitationStore
{
    /// <summary>
    /// Writes it; earlier ones of the same person end. False, and nothing is written, when the person is not active, its maker may not
    /// administer them any more, or the session or key that its maker asks by has ended meanwhile.
    /// </summary>
    Task<bool> AddAsync(Invitation invitation, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Whose it is; null when it is unknown, used or over.</summary>
    Task<PersonId?> FindAsync(string tokenHash, Instant now, CancellationToken cancellationToken);

    /// <summary>Ends every one of this person that is still open.</summary>
    Task EndAllAsync(PersonId person, Instant now, CancellationToken cancellationToken);

    /// <summary>Uses it. False when somebody did before.</summary>
    Task<bool> UseAsync(string tokenHash, Instant now, CancellationToken cancellationToken);
}
