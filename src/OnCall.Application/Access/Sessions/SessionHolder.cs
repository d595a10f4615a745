using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Application.Access.Sessions;

/// <summary>A session in force and whom it speaks for, with what they may do now.</summary>
/// <param name="KeyEndsAt">When the key ends that it stands on; null without one, or when that does not end.</param>
public sealed record SessionHolder(Session Session, Caller Caller, Instant? KeyEndsAt)
{
    public bool InForce(Instant now) => now < Session.EndsAt && (KeyEndsAt is not { } end || now < end);
}
