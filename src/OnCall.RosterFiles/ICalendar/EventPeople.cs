using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>
/// Reads who is on call: as mapped by hand, else the attendees, else the number and name that our own calendars write, else the whole summary,
/// of which nothing is guessed.
/// </summary>
internal sealed class EventPeople(EventFields fields, RosterProblems problems)
{
    private const int LongestNumber = 64;
    private const int LongestName = 200;

    private readonly EventText _text = new(problems);
    private readonly AttendeeReader _attendees = new(problems);

    /// <summary>Nobody where all have declined. Null when it cannot be said, which has been told.</summary>
    public IReadOnlyList<WrittenPerson>? Read(Component from)
    {
        var number = _text.Read(from, fields.EmployeeNo ?? EventFields.OwnEmployeeNo, LongestNumber);
        if (fields.Name is not null || fields.EmployeeNo is not null)
        {
            return One(from, number, fields.Name is { } mapped ? _text.Read(from, mapped, LongestName) : default, fields.EmployeeNo ?? fields.Name!);
        }

        var attendees = from.All("ATTENDEE").Where(AttendeeReader.IsPerson).ToArray();
        if (attendees.Length > 0)
        {
            return number.IsBad ? null : Attending(from, attendees, number.Value);
        }

        return number.Value is not null || number.IsBad
            ? One(from, number, _text.Read(from, EventFields.OwnName, LongestName), EventFields.OwnEmployeeNo)
            : One(from, number, _text.Read(from, "SUMMARY", LongestName), "SUMMARY");
    }

    private WrittenPerson[]? One(Component from, (string? Value, bool IsBad) number, (string? Value, bool IsBad) name, string property)
    {
        if (number.IsBad || name.IsBad)
        {
            return null;
        }

        if (number.Value is null && name.Value is null)
        {
            problems.Error(from.Line, property, "missing-value", $"{property} is empty, and there is no ATTENDEE: nobody is named. Every shift needs a person.");
            return null;
        }

        return [new WrittenPerson(number.Value, name.Value)];
    }

    private List<WrittenPerson>? Attending(Component from, ContentLine[] attendees, string? number)
    {
        if (number is not null && attendees.Length > 1)
        {
            problems.Error(from.Line, EventFields.OwnEmployeeNo, "ambiguous-person", $"There is one employee number and {attendees.Length} attendees. Write {EventFields.OwnEmployeeNo} as a parameter of each ATTENDEE.", number);
            return null;
        }

        var people = new List<WrittenPerson>();
        foreach (var attendee in attendees)
        {
            if (attendee.Says("PARTSTAT", "DECLINED"))
            {
                problems.Warn(attendee.Line, "ATTENDEE", "declined", "This person has declined. Their shift is left out.", attendee.Parameter("CN") ?? attendee.Value);
            }
            else if (_attendees.Read(attendee, number) is { } person)
            {
                people.Add(person);
            }
            else
            {
                return null;
            }
        }

        return [.. people.Distinct()];
    }
}
