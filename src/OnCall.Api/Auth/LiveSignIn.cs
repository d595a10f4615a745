using System.Security.Claims;
using OnCall.Api.Auth.Sessions;
using OnCall.Domain.Access;

namespace OnCall.Api.Auth;

/// <summary>What a key or a session is worth now.</summary>
internal sealed class LiveSignIn(KeyCache keys, SessionCache sessions)
{
    /// <summary>Null once the key or the session is not in force.</summary>
    /// <param name="user">Who came in.</param>
    /// <param name="present">Whether this counts as somebody being at the browser.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Caller?> NowAsync(ClaimsPrincipal user, bool present, CancellationToken cancellationToken)
    {
        if (user.Key() is { } key)
        {
            return (await keys.ByIdAsync(key, cancellationToken))?.Caller;
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
