using System.Security.Claims;
using NodaTime;
using OnCall.Api.Auth.Sessions;
using OnCall.Domain.Access;

namespace OnCall.Api.Auth;

/// <summary>What a key, a token or a session is worth now.</summary>
internal sealed class LiveSignIn(KeyCache keys, PersonCache people, SessionCache sessions, IClock clock)
{
    /// <summary>Null once the key, the token or the session is not in force.</summary>
    /// <param name="user">Who came in.</param>
    /// <param name="present">Whether this counts as somebody being at the browser.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Caller?> NowAsync(ClaimsPrincipal user, bool present, CancellationToken cancellationToken)
    {
        if (user.Key() is { } key)
        {
            return (await keys.ByIdAsync(key, cancellationToken))?.Caller;
        }

        if (user.Token() is { } token)
        {
            return clock.GetCurrentInstant() < token.Until ? await people.FindAsync(token.EmployeeNo, cancellationToken) : null;
        }

        if (user.Session() is not { } id || await sessions.FindAsync(id, cancellationToken) is not { } holder)
        {
            return null;
        }

        if (present)
        {
            await sessions.SeeAsync(holder, cancellationToken);
        }

        return holder.Caller;
    }
}
