using NodaTime;
using OnCall.Application.Access.Sessions;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.Sessions;

/// <summary>Remembers sessions in force for a moment, and notes to the minute when their browsers ask for something.</summary>
internal sealed class SessionCache(ISessionStore sessions, IClock clock, TimeProvider time)
{
    // Writing each request down would cost a write for each read.
    private static readonly Duration Noted = Duration.FromMinutes(1);

    private readonly ShortMemory<SessionHolder> _holders = new(time);

    /// <summary>Null when it was ended or is over.</summary>
    public async Task<SessionHolder?> FindAsync(SessionId session, CancellationToken cancellationToken)
    {
        var holder = await _holders.FindAsync(session.ToString(), (sessions, session), static (s, token) => s.sessions.FindAsync(s.session, token), cancellationToken);
        return holder is not null && holder.InForce(clock.GetCurrentInstant()) ? holder : null;
    }

    /// <summary>Somebody is at this browser. A database that is away must not keep them from reading.</summary>
    public async Task SeeAsync(SessionHolder holder, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (now - holder.Session.SeenAt < Noted)
        {
            return;
        }

        try
        {
            await sessions.SeeAsync(holder.Session.Id, now, cancellationToken);
            _holders.Forget(holder.Session.Id.ToString());
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The next request tries again.
        }
    }

    public void Empty() => _holders.Empty();
}
