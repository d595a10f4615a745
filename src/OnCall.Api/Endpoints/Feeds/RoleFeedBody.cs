using System.Text.Json.Serialization;

namespace OnCall.Api.Endpoints.Feeds;

/// <summary>Whose shifts a feed is to show.</summary>
/// <param name="Role">Code, name or alias.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RoleFeedBody(string? Role);
