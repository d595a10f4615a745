namespace OnCall.Application.Rosters.Reports;

/// <summary>What a person was on by the rosters of the report.</summary>
/// <param name="Hours">To a tenth.</param>
/// <param name="Nights">Nights with three hours or more from 23:00 to 06:00.</param>
/// <param name="WeekendDays">Saturdays and Sundays with any time on.</param>
/// <param name="Holidays">Holidays of the unit with any time on.</param>
public sealed record PersonShare(PersonName Person, double Hours, int Nights, int WeekendDays, int Holidays);
