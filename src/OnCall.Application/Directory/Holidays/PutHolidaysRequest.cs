using System.Text.Json.Serialization;

namespace OnCall.Application.Directory.Holidays;

/// <summary>All holidays of a unit's own from now on.</summary>
/// <param name="Holidays">They take the place of those before; empty for none.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutHolidaysRequest(IReadOnlyList<HolidayInput>? Holidays);
