using NodaTime;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Sessions;

/// <summary>Keeps sessions.</summary>
public interface ISessionStore
{
    Task AddAsync(Session session, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Null when it was ended, its person is not active, or its key was revoked. Whether it is over by time the caller asks it.</summary>
    Task<SessionHolder?> FindAsync(SessionId session, CancellationToken cancellationToken);

    /// <summary>Those that were not ended, the youngest first. Some may be over by time.</summary>
    Task<IReadOnlyList<Session>> OfAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>Its browser asked for something.</summary>
    Task SeeAsync(SessionId session, Instant at, CancellationToken cancellationToken);

    /// <summary>False when it had ended before: then nothing is written.</summary>
    Task<bool> EndAsync(SessionId session, Instant at, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Ends all of a person's, and what they have begun to sign in by, and answers how many there were. The entry is written whether there were any or not.</summary>
    /// <param name="but">This one stays; null for none.</param>
    Task<int> EndAllAsync(PersonId person, SessionId? but, Instant at, AuditEntry audit, CancellationToken cancellationToken);
}
