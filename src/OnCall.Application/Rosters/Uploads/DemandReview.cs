using OnCall.Application.Rosters.Files;
using OnCall.Domain.Directory;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Warns of people who are put on a role without being what it asks for. Once for each person and role.</summary>
internal static class DemandReview
{
    internal static void Review(RosterReading reading, RoleBook roles, IEnumerable<Person> known, IReadOnlyList<MatchedShift> shifts)
    {
        var people = known.ToDictionary(p => p.Id);
        foreach (var first in shifts.DistinctBy(m => (m.Shift.Person, m.Shift.Role)))
        {
            if (people.TryGetValue(first.Shift.Person, out var person) && roles.DemandOf(first.Shift.Role).Unmet(person) is { } unmet)
            {
                reading.Problems.Warn(first.Row, reading.Columns.EmployeeNo, "demand-not-met", $"'{roles.NameOf(first.Shift.Role)}' {unmet}.", person.EmployeeNo);
            }
        }
    }
}
