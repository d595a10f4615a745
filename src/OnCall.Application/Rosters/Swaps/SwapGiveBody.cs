using System.Text.Json.Serialization;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>The shift that is given.</summary>
/// <param name="Start">A date and time, with an offset or in the role's zone: any moment of the shift.</param>
/// <param name="End">Exclusive, when only [start, end) is given; left out: the whole shift that holds <paramref name="Start"/>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SwapGiveBody(string? Start, string? End = null);
