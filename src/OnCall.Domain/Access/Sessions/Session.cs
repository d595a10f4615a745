using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Access.Sessions;

/// <summary>
/// Somebody signed in with a browser. Short on a computer that a ward shares; on one's own as long as a long shift, so that a phone in a
/// pocket still shows the page that comes in the last hour of it.
/// </summary>
/// <param name="Key">The key that it stands on, and ends with; null for every other way.</param>
/// <param name="Shared">Whether others use this computer too.</param>
/// <param name="SeenAt">When its browser last asked for something, to the minute.</param>
public sealed record Session(SessionId Id, PersonId Person, SignInWay Way, ApiKeyId? Key, bool Shared, Instant StartedAt, Instant SeenAt)
{
    /// <summary>How long it lasts without a request.</summary>
    public Duration Idle => IdleOf(Shared);

    /// <summary>From then on it is worth nothing, whatever is asked meanwhile or not.</summary>
    public Instant EndsAt => Instant.Min(SeenAt + Idle, StartedAt + LongestOf(Shared));

    /// <summary>10 minutes on a shared computer, 14 hours on one's own.</summary>
    public static Duration IdleOf(bool shared) => shared ? Duration.FromMinutes(10) : Duration.FromHours(14);

    /// <summary>12 hours on a shared computer, 7 days on one's own.</summary>
    public static Duration LongestOf(bool shared) => shared ? Duration.FromHours(12) : Duration.FromDays(7);
}
