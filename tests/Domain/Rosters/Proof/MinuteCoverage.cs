using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>
/// Whether a role must be covered at a minute: the hours of each day begin and end where the strip shows their times. A holiday is a day of
/// its own where any hours are written for holidays.
/// </summary>
internal sealed class MinuteCoverage
{
    private readonly List<(int From, int To)>? _spans;

    /// <param name="from">The first minute that is asked for.</param>
    /// <param name="to">The last one.</param>
    public MinuteCoverage(WallStrip strip, Coverage coverage, IReadOnlyCollection<LocalDate> holidays, int from, int to)
    {
        _spans = coverage.Hours is null ? null : [];
        for (var day = strip.ShownAt(from).Date.PlusDays(-1); day <= strip.ShownAt(to).Date; day = day.PlusDays(1))
        {
            foreach (var hours in coverage.Hours ?? [])
            {
                if (Begins(hours, day, coverage, holidays))
                {
                    var end = hours.Start < hours.End ? day + hours.End : day.PlusDays(1) + hours.End;
                    _spans?.Add((strip.MinuteOf(day + hours.Start), strip.MinuteOf(end)));
                }
            }
        }
    }

    private static bool Begins(CoverageHours hours, LocalDate day, Coverage coverage, IReadOnlyCollection<LocalDate> holidays)
    {
        var isApart = holidays.Contains(day) && coverage.Hours!.Any(h => h.OnHolidays);
        return isApart ? hours.OnHolidays : hours.Days.Contains(day.DayOfWeek) && (!hours.NotOnHolidays || !holidays.Contains(day));
    }

    public bool Wants(int minute) => _spans is null || _spans.Exists(span => span.From <= minute && minute < span.To);
}
