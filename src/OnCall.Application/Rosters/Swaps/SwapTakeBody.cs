using System.Text.Json.Serialization;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>The shift that is taken in return: the whole shift of the colleague that holds an instant.</summary>
/// <param name="Start">A date and time, with an offset or in the role's zone.</param>
/// <param name="Role">Any of its names; left out: the role whose shift is given.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SwapTakeBody(string? Start, string? Role = null);
