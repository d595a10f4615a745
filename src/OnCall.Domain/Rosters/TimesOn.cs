using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>
/// When people are on, whatever their roles: their shifts, less what others cover for them, and what they cover for others. A cover that
/// names nobody takes nothing away here: whom it relieves is known only with the whole role.
/// </summary>
public static class TimesOn
{
    /// <param name="shifts">Of these people, on any role.</param>
    /// <param name="covers">Of these people: those in which they stand in, and those in which somebody stands in for them.</param>
    public static IReadOnlyList<TimeOn> Of(IEnumerable<NewShift> shifts, IEnumerable<Cover> covers)
    {
        ArgumentNullException.ThrowIfNull(shifts);
        ArgumentNullException.ThrowIfNull(covers);
        var places = shifts.Select(s => new TimeOn(s.Role, s.Person, s.Start, s.End, s)).GroupBy(d => (d.Role, d.Person)).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var cover in covers.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id.Value))
        {
            if (cover.Instead is { } relieved && places.TryGetValue((cover.Role, relieved), out var theirs))
            {
                places[(cover.Role, relieved)] = [.. theirs.SelectMany(d => Without(d, cover.Start, cover.End))];
            }

            At(places, cover.Role, cover.Person).Add(new TimeOn(cover.Role, cover.Person, cover.Start, cover.End, null));
        }

        return [.. places.Values.SelectMany(d => d)];
    }

    /// <summary>What is left of it outside [start, end): up to two parts.</summary>
    public static IEnumerable<TimeOn> Without(TimeOn time, Instant start, Instant end)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.End <= start || end <= time.Start
            ? [time]
            : new[] { time with { End = start }, time with { Start = end } }.Where(t => t.Start < t.End);
    }

    private static List<TimeOn> At(Dictionary<(RoleId, PersonId), List<TimeOn>> places, RoleId role, PersonId person) =>
        places.TryGetValue((role, person), out var known) ? known : places[(role, person)] = [];
}
