using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Warns of what an upload asks of its people: two roles at one time, and more than a day without a break.</summary>
/// <param name="after">All shifts of these people as they will be in force, on any role.</param>
internal sealed class StaffReview(RosterReading reading, RoleBook roles, IEnumerable<NewShift> after, IReadOnlyDictionary<PersonId, string> names, DateTimeZone zone)
{
    private static readonly Duration Longest = Duration.FromHours(24);

    private readonly ILookup<PersonId, NewShift> _after = after.ToLookup(s => s.Person);

    /// <param name="shifts">The upload's own; each warning stands by one of their rows.</param>
    public void Review(IReadOnlyList<MatchedShift> shifts)
    {
        foreach (var person in shifts.GroupBy(m => m.Shift.Person))
        {
            var rows = person.GroupBy(m => m.Shift).ToDictionary(g => g.Key, g => g.First().Row);
            var all = _after[person.Key].OrderBy(s => s.Start).ThenBy(s => s.End).ToList();
            WarnOfClash(person.Key, all, rows);
            WarnOfLongStretch(person.Key, all, rows);
        }
    }

    /// <summary>Said once for each pair of roles: a person who answers for both every night would fill the answer.</summary>
    private void WarnOfClash(PersonId person, List<NewShift> all, Dictionary<NewShift, int> rows)
    {
        var told = new HashSet<(Guid, Guid)>();
        var running = new List<NewShift>();
        foreach (var shift in all)
        {
            running.RemoveAll(s => s.End <= shift.Start);
            foreach (var other in running.Where(s => s.Role != shift.Role && (rows.ContainsKey(s) || rows.ContainsKey(shift))))
            {
                if (told.Add((shift.Role.Value, other.Role.Value)) && told.Add((other.Role.Value, shift.Role.Value)))
                {
                    var row = rows.TryGetValue(shift, out var own) ? own : rows[other];
                    var end = Instant.Min(shift.End, other.End);
                    reading.Problems.Warn(row, reading.Columns.Start, "double-booked", $"{names[person]} is on '{roles.NameOf(other.Role)}' and on '{roles.NameOf(shift.Role)}' at once, first from {Text(shift.Start)} to {Text(end)}.");
                }
            }

            running.Add(shift);
        }
    }

    private void WarnOfLongStretch(PersonId person, List<NewShift> all, Dictionary<NewShift, int> rows)
    {
        for (var first = 0; first < all.Count;)
        {
            var (end, next) = (all[first].End, first + 1);
            for (; next < all.Count && all[next].Start <= end; next++)
            {
                end = Instant.Max(end, all[next].End);
            }

            var own = all[first..next].Find(rows.ContainsKey);
            if (end - all[first].Start > Longest && own is not null)
            {
                reading.Problems.Warn(rows[own], reading.Columns.End, "over-24-hours", $"{names[person]} is on for {Math.Round((end - all[first].Start).TotalHours, 1)} hours without a break, from {Text(all[first].Start)} to {Text(end)}.");
            }

            first = next;
        }
    }

    private string Text(Instant at) => at.InZone(zone).ToString("uuuu-MM-dd HH:mm", null);
}
