using NodaTime;

namespace OnCall.Application.Access.Sessions;

/// <summary>A session as its owner sees it.</summary>
/// <param name="Way"><c>key</c>, <c>password</c>, <c>passkey</c>, <c>directory</c>, <c>openId</c>, <c>setUp</c> or <c>invitation</c>.</param>
/// <param name="Shared">Whether it is on a shared computer.</param>
/// <param name="SeenAt">When its browser last asked for something, to the minute.</param>
/// <param name="EndsAt">When it ends if nothing is asked any more.</param>
/// <param name="Current">Whether it is the one that asks.</param>
public sealed record SessionView(Guid Id, string Way, bool Shared, Instant StartedAt, Instant SeenAt, Instant EndsAt, bool Current);
