using System.Security.Claims;
using OnCall.Api.Auth;
using OnCall.Domain.Access;

namespace OnCall.Api.Streams;

/// <summary>Who follows a stream, with what they may do now: a stream outlives the question that opened it.</summary>
/// <param name="present">
/// Whether an open stream keeps a session from ending for want of requests. The board's does: a desk that watches and touches nothing must not go dark.
/// </param>
internal sealed class LiveCaller(LiveSignIn signIn, ClaimsPrincipal user, bool present)
{
    /// <summary>Null once the key or the session behind the stream is not in force.</summary>
    public Task<Caller?> NowAsync(CancellationToken cancellationToken) => signIn.NowAsync(user, present, cancellationToken);
}
