using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Application.Access.Sessions;

/// <summary>Where somebody is signed in.</summary>
public sealed class ReadSessions(ISessionStore sessions, IClock clock)
{
    /// <param name="caller">Whose.</param>
    /// <param name="current">The session that asks; null for a key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<ListOf<SessionView>>> RunAsync(Caller caller, SessionId? current, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Person is not { } person)
        {
            return Refusal.Forbidden("A system has no sessions.");
        }

        var now = clock.GetCurrentInstant();
        var own = (await sessions.OfAsync(person, cancellationToken)).Where(s => now < s.EndsAt);
        return new ListOf<SessionView>([.. own.Select(s => new SessionView(s.Id.Value, Written.Of(s.Way), s.Shared, s.StartedAt, s.SeenAt, s.EndsAt, s.Id == current))], null);
    }
}
