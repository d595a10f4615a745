using NodaTime;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>When an event is, and how it repeats.</summary>
/// <param name="Seconds">How long it lasts by the wall clock of its start; null when that cannot be said, because only one of start and end floats.</param>
internal sealed record EventTimes(CalendarTime Start, CalendarTime End, long? Seconds)
{
    /// <summary>The line of the rule, or of the start when there is none.</summary>
    public required int RuleLine { get; init; }

    public RecurrenceRule? Rule { get; init; }

    /// <summary>Further times, by the wall clock of the start's zone.</summary>
    public IReadOnlyDictionary<LocalDateTime, ListedDate> Listed { get; init; } = new Dictionary<LocalDateTime, ListedDate>();

    /// <summary>Times left out by the wall clock of the start's zone, and the lines that say so.</summary>
    public IReadOnlyDictionary<LocalDateTime, int> Excluded { get; init; } = new Dictionary<LocalDateTime, int>();

    /// <summary>Days left out as a whole by the wall clock of the start's zone, and the lines that say so.</summary>
    public IReadOnlyDictionary<LocalDate, int> ExcludedDays { get; init; } = new Dictionary<LocalDate, int>();

    public bool Repeats => Rule is not null || Listed.Count > 0;
}
