using NodaTime;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>A shift as a calendar feed shows it.</summary>
/// <param name="Uid">The same in every feed and every version of the shift.</param>
/// <param name="Sequence">The version, from 0.</param>
/// <param name="Start">To the second.</param>
/// <param name="End">To the second, exclusive.</param>
/// <param name="Stamp">When this version was made.</param>
/// <param name="Summary">What calendars show.</param>
/// <param name="Tier">1, 2 or 3.</param>
/// <param name="Label">The roster's own word for the shift, or null.</param>
public sealed record CalendarShift(
    string Uid,
    int Sequence,
    Instant Start,
    Instant End,
    Instant Stamp,
    string Summary,
    string RoleName,
    string RoleCode,
    string EmployeeNo,
    string PersonName,
    int Tier,
    string? Label);
