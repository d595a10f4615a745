namespace OnCall.RosterFiles.ICalendar;

/// <summary>A content line put together again.</summary>
/// <param name="Number">The line of the file where it begins; the first is 1.</param>
/// <param name="Text">Null when it is too long or is not UTF-8.</param>
internal readonly record struct UnfoldedLine(int Number, string? Text, bool IsTooLong = false);
