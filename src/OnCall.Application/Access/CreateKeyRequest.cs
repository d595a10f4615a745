using System.Text.Json.Serialization;
using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Access;

/// <summary>A key to be made, for a person or for an integration.</summary>
/// <param name="Person">Employee number; the key may what the person may.</param>
/// <param name="Integration">Name of a system: letters, digits, dashes, dots and underscores.</param>
/// <param name="Permissions">For an integration only, at most 50; left out: <c>staff</c>.</param>
/// <param name="Expires">Left out: in a year (365 days) for an integration, and never for a person. At most 731 days ahead for an integration.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CreateKeyRequest(string? Person = null, string? Integration = null, IReadOnlyList<GrantInput>? Permissions = null, Instant? Expires = null);
