using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>The stretches of time over which a role must be covered.</summary>
internal static class CoverageTimes
{
    /// <summary>Within [from, to), in order, merged where they touch.</summary>
    /// <param name="holidays">Of the role's unit. They are ordinary days unless a span names them.</param>
    public static IReadOnlyList<(Instant Start, Instant End)> Of(Coverage coverage, DateTimeZone zone, IReadOnlySet<LocalDate> holidays, Instant from, Instant to)
    {
        if (coverage.Hours is null)
        {
            return from < to ? [(from, to)] : [];
        }

        var clock = new RosterClock(zone);
        var areApart = coverage.Hours.Any(h => h.OnHolidays);
        var spans = new List<(Instant Start, Instant End)>();
        var last = to.InZone(zone).Date;
        for (var day = from.InZone(zone).Date.PlusDays(-1); day <= last; day = day.PlusDays(1))
        {
            var isHoliday = holidays.Contains(day);
            foreach (var hours in coverage.Hours.Where(h => isHoliday && areApart ? h.OnHolidays : h.Days.Contains(day.DayOfWeek) && !(isHoliday && h.NotOnHolidays)))
            {
                var endDay = hours.End <= hours.Start ? day.PlusDays(1) : day;
                var start = Instant.Max(from, clock.Map(day + hours.Start).At);
                var end = Instant.Min(to, clock.Map(endDay + hours.End).At);
                if (start < end)
                {
                    spans.Add((start, end));
                }
            }
        }

        return Merge(spans);
    }

    private static List<(Instant Start, Instant End)> Merge(List<(Instant Start, Instant End)> spans)
    {
        var merged = new List<(Instant Start, Instant End)>();
        foreach (var span in spans.OrderBy(s => s.Start))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Instant.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
