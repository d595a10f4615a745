using NodaTime;

namespace OnCall.Application.Access;

/// <summary>A key that was just made.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Key">The secret, told this once.</param>
public sealed record CreatedKey(Guid Id, string Key, string? Person, string? Integration, Instant? Expires);
