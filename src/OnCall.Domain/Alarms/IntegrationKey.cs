using NodaTime;
using OnCall.Domain.Access;

namespace OnCall.Domain.Alarms;

/// <summary>A key of an integration that nobody has revoked.</summary>
/// <param name="EndsAt">Null when it does not end.</param>
/// <param name="UsedAt">When it last let the integration in, to the minute; null when it never has.</param>
public sealed record IntegrationKey(ApiKeyId Id, string Integration, Instant? EndsAt, Instant? UsedAt);
