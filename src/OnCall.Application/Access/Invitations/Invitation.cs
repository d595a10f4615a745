using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Invitations;

/// <summary>A link that lets one person set a password, once.</summary>
/// <param name="TokenHash">SHA-256 of the token in lower-case hex; the token itself is told once and not kept.</param>
/// <param name="MadeBy">The maker's <see cref="Caller.Key"/>.</param>
/// <param name="MadeWith">The key that the maker came in by; null without one. Whoever made that one could have been the maker.</param>
public sealed record Invitation(string TokenHash, PersonId Person, string MadeBy, ApiKeyId? MadeWith, Instant MadeAt, Instant Until)
{
    /// <summary>The session that the maker asked by; null without one. Not kept: it only has to be open while this is written.</summary>
    public SessionId? MadeIn { get; init; }
}
