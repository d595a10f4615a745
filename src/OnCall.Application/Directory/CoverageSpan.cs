using System.Text.Json.Serialization;

namespace OnCall.Application.Directory;

/// <summary>A weekly span in the role's zone.</summary>
/// <param name="Days"><c>mon</c> to <c>sun</c>, or in full; <c>hol</c> for the holidays of the role's unit, which then go by such spans alone; <c>not-hol</c> beside weekdays: not on those.</param>
/// <param name="From"><c>HH:mm</c>.</param>
/// <param name="To"><c>HH:mm</c>, exclusive; at or before <paramref name="From"/> it is on the next day.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CoverageSpan(IReadOnlyList<string>? Days, string? From, string? To);
