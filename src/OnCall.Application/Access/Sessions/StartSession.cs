using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Sessions;

/// <summary>Begins the session of somebody who has proven who they are.</summary>
public sealed class StartSession(ISessionStore sessions, IIdSource ids, IClock clock)
{
    /// <param name="person">Who.</param>
    /// <param name="employeeNo">Their number.</param>
    /// <param name="way">By what they proved it.</param>
    /// <param name="shared">Whether others use this computer too.</param>
    /// <param name="key">The key that it stands on; null for every other way.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Session> RunAsync(PersonId person, string employeeNo, SignInWay way, bool shared, ApiKeyId? key, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var session = new Session(new SessionId(ids.NewId()), person, way, key, shared, now, now);
        var audit = SignInTrail.Own(now, employeeNo, "session.start", ("session", session.Id.ToString()), ("way", way.ToString()), ("computer", shared ? "shared" : "own"));
        await sessions.AddAsync(session, audit, cancellationToken);
        return session;
    }
}
