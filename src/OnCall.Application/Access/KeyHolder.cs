using NodaTime;
using OnCall.Domain.Access;

namespace OnCall.Application.Access;

/// <summary>A key in force and whom it speaks for.</summary>
/// <param name="ExpiresAt">From then on it is worth nothing; null when it does not expire.</param>
public sealed record KeyHolder(ApiKeyId Key, Caller Caller, Instant? ExpiresAt);
