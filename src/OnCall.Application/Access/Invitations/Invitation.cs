using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Invitations;

/// <summary>A link that lets one person set a password, once.</summary>
/// <param name="TokenHash">SHA-256 of the token in lower-case hex; the token itself is told once and not kept.</param>
public sealed record Invitation(string TokenHash, PersonId Person, Instant MadeAt, Instant Until);
