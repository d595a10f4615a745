using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters.Workloads;

/// <summary>
/// Counts what people are on. A night is worked by who has three hours of it or more, of a time of seven hours that holds midnight to five:
/// Directive 2003/88/EC, article 2 (3) and (4).
/// </summary>
public static class WorkloadCount
{
    private static readonly LocalTime NightFrom = new(23, 0);
    private static readonly LocalTime NightTo = new(6, 0);
    private static readonly Duration LeastOfNight = Duration.FromHours(3);

    /// <summary>One for each person, those with the most time first.</summary>
    public static IReadOnlyList<Workload> Of(IEnumerable<WorkStretch> stretches) =>
        [.. stretches.GroupBy(s => s.Person).Select(g => Of(g.Key, [.. g])).OrderByDescending(w => w.Time).ThenBy(w => w.Person.Value)];

    private static Workload Of(PersonId person, IReadOnlyCollection<WorkStretch> all)
    {
        var (nights, weekends, holidays) = (new HashSet<LocalDate>(), new HashSet<LocalDate>(), new HashSet<LocalDate>());
        foreach (var place in all.GroupBy(s => s.Zone))
        {
            var daysOff = place.SelectMany(s => s.Holidays).ToHashSet();
            var merged = Merge(place.Select(s => new Interval(s.Start, s.End)));
            nights.UnionWith(NightsOf(merged, place.Key));
            var days = merged.SelectMany(i => DaysOf(i, place.Key)).ToHashSet();
            weekends.UnionWith(days.Where(d => d.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));
            holidays.UnionWith(days.Where(daysOff.Contains));
        }

        var time = Merge(all.Select(s => new Interval(s.Start, s.End))).Aggregate(Duration.Zero, (sum, i) => sum + i.Duration);
        return new Workload(person, time, nights.Count, weekends.Count, holidays.Count);
    }

    private static List<Interval> Merge(IEnumerable<Interval> intervals)
    {
        var merged = new List<Interval>();
        foreach (var next in intervals.OrderBy(i => i.Start))
        {
            if (merged.Count > 0 && next.Start <= merged[^1].End)
            {
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, next.End));
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }

    private static IEnumerable<LocalDate> DaysOf(Interval interval, DateTimeZone zone)
    {
        var last = (interval.End - Duration.Epsilon).InZone(zone).Date;
        for (var day = interval.Start.InZone(zone).Date; day <= last; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    /// <summary>By the date on which the night begins.</summary>
    private static IEnumerable<LocalDate> NightsOf(List<Interval> merged, DateTimeZone zone) =>
        from day in merged.SelectMany(i => DaysOf(i, zone)).SelectMany(d => new[] { d.PlusDays(-1), d }).Distinct()
        let night = new Interval((day + NightFrom).InZoneLeniently(zone).ToInstant(), (day.PlusDays(1) + NightTo).InZoneLeniently(zone).ToInstant())
        where merged.Aggregate(Duration.Zero, (sum, i) => sum + Common(i, night)) >= LeastOfNight
        select day;

    private static Duration Common(Interval one, Interval other)
    {
        var (start, end) = (Instant.Max(one.Start, other.Start), Instant.Min(one.End, other.End));
        return end > start ? end - start : Duration.Zero;
    }
}
