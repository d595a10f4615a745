using NodaTime;
using OnCall.Application.Access.Sessions;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Api.Tests.Access;

/// <summary>Keeps sessions, and lets something else happen once before all of a person's end.</summary>
internal sealed class MeanwhileSessions(ISessionStore inner) : ISessionStore
{
    public Func<Task>? Meanwhile { get; set; }

    public Task AddAsync(Session session, AuditEntry audit, CancellationToken cancellationToken) => inner.AddAsync(session, audit, cancellationToken);

    public Task<SessionHolder?> FindAsync(SessionId session, CancellationToken cancellationToken) => inner.FindAsync(session, cancellationToken);

    public Task<IReadOnlyList<Session>> OfAsync(PersonId person, CancellationToken cancellationToken) => inner.OfAsync(person, cancellationToken);

    public Task SeeAsync(SessionId session, Instant at, CancellationToken cancellationToken) => inner.SeeAsync(session, at, cancellationToken);

    public Task<bool> EndAsync(SessionId session, Instant at, AuditEntry audit, CancellationToken cancellationToken) =>
        inner.EndAsync(session, at, audit, cancellationToken);

    public async Task<int> EndAllAsync(PersonId person, SessionId? but, Instant at, AuditEntry audit, CancellationToken cancellationToken)
    {
        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        return await inner.EndAllAsync(person, but, at, audit, cancellationToken);
    }
}
