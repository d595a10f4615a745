using System.Text.Json.Serialization;

namespace OnCall.Application.Directory.Holidays;

/// <summary>A day off as written.</summary>
/// <param name="Date">A date by the wall clock of each role: <c>2026-12-25</c>.</param>
/// <param name="Name">At most 200 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record HolidayInput(string? Date, string? Name);
