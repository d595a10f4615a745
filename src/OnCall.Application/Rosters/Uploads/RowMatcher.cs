using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Turns what rows say into shifts of known roles and people at known instants, or says by row why not.</summary>
internal sealed class RowMatcher(RosterReading reading, RoleBook roles, PersonBook people, RosterClock clock)
{
    private static readonly Duration Longest = Duration.FromDays(31);

    private readonly RosterProblems _problems = reading.Problems;
    private readonly RosterColumns _columns = reading.Columns;
    private readonly HashSet<PersonId> _told = [];
    private readonly HashSet<(PersonId, string)> _namesTold = [];
    private readonly HashSet<(RoleId, string)> _departmentsTold = [];

    public IReadOnlyList<MatchedShift> Match()
    {
        var matched = new List<MatchedShift>(reading.Drafts.Count);
        foreach (var draft in reading.Drafts)
        {
            var (role, person, time) = (RoleOf(draft), PersonOf(draft), TimeOf(draft));
            if (role is { } of && person is not null && time is { } on)
            {
                matched.Add(new MatchedShift(draft.Row, new NewShift(of, person.Id, draft.Tier, on.Start, on.End, draft.Label)));
            }
        }

        RefuseDoubles(matched);
        return matched;
    }

    private RoleId? RoleOf(DraftShift draft)
    {
        var role = roles.Find(draft.Role, draft.Department);
        if (role is null)
        {
            _problems.Error(draft.Row, _columns.Role, "unknown-role", $"No role is called so.{roles.Nearest(draft.Department is { } of ? $"{of} – {draft.Role}" : draft.Role)} Correct it, or let missing roles be made.", draft.Role);
        }
        else if (draft.Department is { } department && !roles.IsOf(role.Value, department) && _departmentsTold.Add((role.Value, department)))
        {
            _problems.Warn(draft.Row, _columns.Role, "department-differs", $"'{roles.NameOf(role.Value)}' is taken for this, and its name does not say '{department}'. Check that it is the role that is meant.", draft.Role);
        }

        return role;
    }

    private RosterPerson? PersonOf(DraftShift draft)
    {
        var match = people.Find(draft.Person);
        if (match.Person is not { } person)
        {
            TellNobody(draft, match);
            return null;
        }

        if (_told.Add(person.Id))
        {
            Tell(draft, person);
        }

        if (draft.Person.Name is { } name && !IsSame(name, person.Name) && _namesTold.Add((person.Id, name)))
        {
            _problems.Warn(draft.Row, _columns.Name, "name-differs", $"Employee {person.EmployeeNo} is called {person.Name} here. The number counts: check that it is the right one.", name);
        }

        return person;
    }

    private void TellNobody(DraftShift draft, PersonMatch match)
    {
        var written = draft.Person;
        if (match.Several.Count > 0)
        {
            var numbers = string.Join(", ", match.Several.Take(5).Select(p => p.EmployeeNo));
            _problems.Error(draft.Row, Column(written), "ambiguous-person", $"Several people are meant by this: {numbers}. Write the employee number.", written.Shown);
            return;
        }

        var advice = written switch
        {
            { EmployeeNo: { } number } when !PersonBook.IsNumber(number) => "This is no employee number: they are made of letters, digits, dashes, dots and underscores.",
            { EmployeeNo: not null } => $"Nobody has this employee number.{people.Nearest(written)} Correct it, or let missing people be made.",
            { Mail: not null, Name: null } => "Nobody active has this mail address. Add it to the person, or write the employee number.",
            _ => $"Nobody is called so.{people.Nearest(written)} Correct the name, write the employee number, or let missing people be made.",
        };
        _problems.Error(draft.Row, Column(written), "unknown-person", advice, written.Shown);
    }

    private string Column(WrittenPerson written) => written.EmployeeNo is null && written.Name is not null ? _columns.Name : _columns.EmployeeNo;

    private void Tell(DraftShift draft, RosterPerson person)
    {
        if (!person.Active)
        {
            _problems.Warn(draft.Row, Column(draft.Person), "inactive-person", $"{person.Name} is not active and is never paged: these shifts are gaps.", draft.Person.Shown);
        }
        else if (!person.HasContactMethod)
        {
            _problems.Warn(draft.Row, Column(draft.Person), "no-contact-method", $"{person.Name} has no contact method and can be reached in the app only. Add one before the shift begins.", draft.Person.Shown);
        }
    }

    private (Instant Start, Instant End)? TimeOf(DraftShift draft)
    {
        var (start, end) = (clock.Map(draft.Start), clock.Map(draft.End));
        if (end.At > start.At)
        {
            WarnOfClock(draft.Row, _columns.Start, draft.Start, start);
            WarnOfClock(draft.Row, _columns.End, draft.End, end);
            if (end.At - start.At > Longest)
            {
                _problems.Warn(draft.Row, _columns.End, "long-shift", $"This shift lasts {(int)(end.At - start.At).TotalDays} days. Check the dates.");
            }

            return (start.At, end.At);
        }

        if (draft.End.Local > draft.Start.Local && start.Clock == WallClock.Skipped)
        {
            _problems.Warn(draft.Row, _columns.Start, "shift-skipped", "The clocks are put forward over the whole of this shift: it takes no time and is left out.");
        }
        else
        {
            _problems.Error(draft.Row, _columns.End, "end-not-after-start", "The shift ends before it starts, or at the same time. A shift past midnight ends on the next day.", Text(draft.End));
        }

        return null;
    }

    private void WarnOfClock(int row, string column, WrittenTime written, ClockTime time)
    {
        if (time.Clock == WallClock.Exact)
        {
            return;
        }

        var taken = time.At.InZone(clock.Zone);
        var (code, message) = time.Clock == WallClock.Skipped
            ? ("skipped-time", $"The clocks are put forward over this time. It is taken as {taken:HH:mm}, the first moment after.")
            : ("repeated-time", $"The clocks show this time twice. The first is taken, {taken:HH:mm o<+HH:mm>}; write the offset to mean the second.");
        _problems.Warn(row, column, code, message, Text(written));
    }

    private void RefuseDoubles(List<MatchedShift> matched)
    {
        foreach (var shifts in matched.GroupBy(m => (m.Shift.Role, m.Shift.Person)))
        {
            MatchedShift? longest = null;
            foreach (var shift in shifts.OrderBy(m => m.Shift.Start).ThenBy(m => m.Row))
            {
                if (longest is not null && shift.Shift.Start < longest.Shift.End)
                {
                    var (first, second) = shift.Row > longest.Row ? (longest, shift) : (shift, longest);
                    _problems.Error(second.Row, _columns.Start, "person-twice", $"The same person is on '{roles.NameOf(shift.Shift.Role)}' at the same time in row {first.Row}. Take one of the two out.");
                }

                longest = longest is null || shift.Shift.End > longest.Shift.End ? shift : longest;
            }
        }
    }

    private static string Text(WrittenTime time) => time.Local.ToString("uuuu-MM-dd HH:mm", null);

    private static bool IsSame(string one, string other) => string.Equals(NameForm.Of(one), NameForm.Of(other), StringComparison.Ordinal);
}
