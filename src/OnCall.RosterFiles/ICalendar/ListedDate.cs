namespace OnCall.RosterFiles.ICalendar;

/// <summary>A date of RDATE, RFC 5545 section 3.8.5.2.</summary>
/// <param name="End">Only a period has an end of its own.</param>
internal readonly record struct ListedDate(CalendarTime Start, CalendarTime? End);
