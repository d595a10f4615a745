using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Warns of what an upload asks of its people: two roles at one time, and more than a day without a break.</summary>
/// <param name="after">All that these people will be on by, on any role.</param>
internal sealed class StaffReview(RosterReading reading, RoleBook roles, IEnumerable<TimeOn> after, IReadOnlyDictionary<PersonId, string> names, DateTimeZone zone)
{
    private static readonly Duration Longest = Duration.FromHours(24);

    private readonly ILookup<PersonId, TimeOn> _after = after.ToLookup(s => s.Person);

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
    private void WarnOfClash(PersonId person, List<TimeOn> all, Dictionary<NewShift, int> rows)
    {
        var told = new HashSet<(Guid, Guid)>();
        var running = new List<TimeOn>();
        foreach (var time in all)
        {
            running.RemoveAll(d => d.End <= time.Start);
            foreach (var other in running.Where(d => d.Role != time.Role && (RowOf(d, rows) ?? RowOf(time, rows)) is not null))
            {
                if (told.Add((time.Role.Value, other.Role.Value)) && told.Add((other.Role.Value, time.Role.Value)))
                {
                    var row = RowOf(time, rows) ?? RowOf(other, rows);
                    var end = Instant.Min(time.End, other.End);
                    reading.Problems.Warn(row!.Value, reading.Columns.Start, "double-booked", $"{names[person]} is on '{roles.NameOf(other.Role)}' and on '{roles.NameOf(time.Role)}' at once, first from {Text(time.Start)} to {Text(end)}.");
                }
            }

            running.Add(time);
        }
    }

    private void WarnOfLongStretch(PersonId person, List<TimeOn> all, Dictionary<NewShift, int> rows)
    {
        for (var first = 0; first < all.Count;)
        {
            var (end, next) = (all[first].End, first + 1);
            for (; next < all.Count && all[next].Start <= end; next++)
            {
                end = Instant.Max(end, all[next].End);
            }

            var row = all[first..next].Select(d => RowOf(d, rows)).FirstOrDefault(r => r is not null);
            if (end - all[first].Start > Longest && row is { } own)
            {
                reading.Problems.Warn(own, reading.Columns.End, "over-24-hours", $"{names[person]} is on for {Math.Round((end - all[first].Start).TotalHours, 1)} hours without a break, from {Text(all[first].Start)} to {Text(end)}.");
            }

            first = next;
        }
    }

    private static int? RowOf(TimeOn time, Dictionary<NewShift, int> rows) => time.Shift is { } shift && rows.TryGetValue(shift, out var row) ? row : null;

    private string Text(Instant at) => at.InZone(zone).ToString("uuuu-MM-dd HH:mm", null);
}
