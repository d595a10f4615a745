namespace OnCall.Application.Directory.Holidays;

/// <summary>A day off as answers show it.</summary>
/// <param name="OrgUnit">The code of the unit whose own it is.</param>
public sealed record HolidayView(string Date, string Name, string OrgUnit);
