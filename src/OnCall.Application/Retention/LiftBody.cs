using System.Text.Json.Serialization;

namespace OnCall.Application.Retention;

/// <param name="Reason">Why the hold is lifted, at most 500 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LiftBody(string? Reason = null);
