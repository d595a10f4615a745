using NodaTime;
using OnCall.Domain.Access;

namespace OnCall.Domain.Alarms;

/// <summary>A key of an integration that nobody has revoked.</summary>
/// <param name="EndsAt">Null when it does not end.</param>
/// <param name="Used">Whether it has ever let the integration in.</param>
public sealed record IntegrationKey(ApiKeyId Id, string Integration, Instant? EndsAt, bool Used);
