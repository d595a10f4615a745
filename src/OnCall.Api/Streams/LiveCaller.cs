using System.Security.Claims;
using OnCall.Api.Auth;
using OnCall.Domain.Access;

namespace OnCall.Api.Streams;

/// <summary>Who follows a stream, with what they may do now: a stream outlives the question that opened it.</summary>
internal sealed class LiveCaller(KeyCache keys, ClaimsPrincipal user)
{
    /// <summary>Null once the key behind the stream is not in force.</summary>
    public async Task<Caller?> NowAsync(CancellationToken cancellationToken) =>
        Guid.TryParse(user.FindFirstValue(CallerIdentity.KeyClaim), out var key)
            ? (await keys.ByIdAsync(new ApiKeyId(key), cancellationToken))?.Caller
            : null;
}
