using System.Text.Json.Serialization;

namespace OnCall.Application.Directory;

/// <summary>When a role must be covered, as written and as shown.</summary>
/// <param name="Hours">Left out: <c>24x7</c>.</param>
/// <param name="People">How many people of tier 1 are meant to be on at once; left out: any number.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CoverageBody(CoverageTimes? Hours = null, int? People = null);
