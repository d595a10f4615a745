namespace OnCall.RosterFiles.ICalendar;

/// <summary>A VEVENT, RFC 5545 section 3.6.1.</summary>
/// <param name="Line">The line of its BEGIN.</param>
/// <param name="Uid">What its versions and its changed repetitions share; null when it has none.</param>
/// <param name="Sequence">The version; the highest counts.</param>
internal sealed record CalendarEvent(int Line, string? Uid, int Sequence)
{
    /// <summary>The time of the repetition that it stands for, by RECURRENCE-ID, and its line.</summary>
    public (CalendarTime Time, int Line)? Replaces { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>Null when they could not be read, which has been told; or when it is cancelled.</summary>
    public EventTimes? Times { get; init; }

    /// <summary>Null when they could not be read, which has been told; or when it is cancelled.</summary>
    public EventDetails? Details { get; init; }
}
