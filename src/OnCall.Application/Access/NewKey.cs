using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access;

/// <summary>A key as it is kept: without its secret.</summary>
/// <param name="Hash">See <see cref="ApiKeySecret.Hash"/>.</param>
/// <param name="Grants">An integration's; empty for a person, whose own count.</param>
/// <param name="MadeBy">The maker's <see cref="Caller.Key"/>.</param>
/// <param name="MadeWith">The key that the maker came in by; null without one. Whoever made that one could have been the maker.</param>
public sealed record NewKey(ApiKeyId Id, string Hash, PersonId? Person, string? Integration, IReadOnlyList<Grant> Grants, string MadeBy, ApiKeyId? MadeWith, Instant CreatedAt, Instant? ExpiresAt)
{
    /// <summary>The session that the maker asked by; null without one. Not kept: it only has to be open while this is written.</summary>
    public SessionId? MadeIn { get; init; }
}
