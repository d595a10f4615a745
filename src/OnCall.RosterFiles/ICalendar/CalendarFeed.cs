using NodaTime;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>A calendar to subscribe to: the shifts of one person or one role.</summary>
/// <param name="Name">As calendars list it.</param>
/// <param name="Zone">By whose wall clock the times are written.</param>
public sealed record CalendarFeed(string Name, DateTimeZone Zone, IReadOnlyList<CalendarShift> Shifts);
