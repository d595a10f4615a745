using System.Text.Json.Serialization;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>A rotation as it is to be from now on.</summary>
/// <param name="Code">Letters, digits, single dashes; in a body it may be left out, else it is that of the path.</param>
/// <param name="Role">Any of its names.</param>
/// <param name="People">Employee numbers in the order of their turns. The same person may stand there twice.</param>
/// <param name="Every"><c>day</c> or <c>week</c>.</param>
/// <param name="HandOff"><c>HH:mm</c>, by the wall clock of the role.</param>
/// <param name="From">The local date of the first hand-off.</param>
/// <param name="Tier">1 to 3; left out: 1.</param>
/// <param name="Turns">How many days or weeks a turn lasts, 1 to 53; left out: 1.</param>
/// <param name="On">The weekday of hand-offs, <c>mon</c> to <c>sun</c>, of a weekly rotation; left out: that of <paramref name="From"/>.</param>
/// <param name="Until">A local date, exclusive: the rotation ends with its hand-off time. Left out: no end.</param>
/// <param name="Hours">The only hours of a turn that are shifts, as a role's coverage; left out: <c>24x7</c>.</param>
/// <param name="HorizonDays">How far ahead its shifts are in force, 7 to 400; left out: 56.</param>
/// <param name="Exceptions">At most one for each date.</param>
/// <param name="Label">The word for each of its shifts ("Night").</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutRotationRequest(
    string? Code,
    string? Role,
    IReadOnlyList<string>? People,
    string? Every,
    string? HandOff,
    string? From,
    int? Tier = null,
    int? Turns = null,
    string? On = null,
    string? Until = null,
    CoverageTimes? Hours = null,
    int? HorizonDays = null,
    IReadOnlyList<RotationExceptionBody>? Exceptions = null,
    string? Label = null);
