using NodaTime;

namespace OnCall.Domain.Access;

/// <summary>The key by which somebody came in.</summary>
/// <param name="MadeBy">Who made it: their <see cref="Caller.Key"/>.</param>
/// <param name="EndsAt">Null when it does not end.</param>
public sealed record KeyShown(ApiKeyId Id, string MadeBy, Instant? EndsAt);
