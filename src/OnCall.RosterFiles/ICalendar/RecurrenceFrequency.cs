namespace OnCall.RosterFiles.ICalendar;

/// <summary>How often a rule comes round.</summary>
internal enum RecurrenceFrequency
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
