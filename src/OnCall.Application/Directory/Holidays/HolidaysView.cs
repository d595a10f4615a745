namespace OnCall.Application.Directory.Holidays;

/// <summary>The days off of a unit, by date.</summary>
/// <param name="Holidays">Its own: what a PUT replaces.</param>
/// <param name="Inherited">Those of the units above it.</param>
public sealed record HolidaysView(string OrgUnit, IReadOnlyList<HolidayView> Holidays, IReadOnlyList<HolidayView> Inherited);
