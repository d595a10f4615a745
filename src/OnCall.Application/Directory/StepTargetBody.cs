using System.Text.Json.Serialization;

namespace OnCall.Application.Directory;

/// <summary>Whom a step notifies, as written and as shown.</summary>
/// <param name="Type"><c>role</c>, <c>tier</c>, <c>person</c> or <c>desk</c>.</param>
/// <param name="Ref"><c>role</c>: code, name or alias, left out: the page's own; <c>person</c>: employee number.</param>
/// <param name="Tier"><c>tier</c>: 1, 2 or 3.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record StepTargetBody(string? Type, string? Ref = null, int? Tier = null);
