using System.Text.Json.Serialization;

namespace OnCall.Application.Rosters.Covers;

/// <summary>"I take it now": the caller stands in for a colleague.</summary>
/// <param name="Role">Any of its names.</param>
/// <param name="From">A date and time, with an offset or in the role's zone; left out: now.</param>
/// <param name="To">As <paramref name="From"/>, exclusive, at most 24 h later; left out: the end of the colleague's shift, or 24 h.</param>
/// <param name="Instead">The employee number of the colleague; left out: the only person on tier 1.</param>
/// <param name="Reason">For the record; left out: "taken over".</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CoverMyselfRequest(string? Role, string? From = null, string? To = null, string? Instead = null, string? Reason = null);
