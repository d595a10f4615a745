using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>Holds the days of the week that a grid writes against its dates: where they differ, the month or the year is another one.</summary>
internal static class GridWeekdays
{
    private const int Fewest = 5;

    /// <param name="rows">Those below the days that are nobody's.</param>
    public static void Check(GridDays days, IEnumerable<TableRow> rows, RosterProblems problems)
    {
        if (days.Days.FirstOrDefault(day => WrittenDay.WeekdayOf(day.Shown) is { } written && !WrittenDay.IsWeekday(written, day.Date.DayOfWeek)) is { } wrong)
        {
            Tell(days.Row, wrong, wrong.Shown, problems);
            return;
        }

        foreach (var row in days.Top.Skip(Math.Max(0, days.Place - 2)).Take(Math.Min(2, days.Place)).Concat(rows))
        {
            var written = days.Days.Select(day => (Day: day, Text: day.Column < row.Cells.Length ? row.Cells[day.Column].Trim() : "")).Where(cell => cell.Text.Length > 0).ToArray();
            if (written.Length >= Fewest && Array.TrueForAll(written, cell => WrittenDay.IsAnyWeekday(cell.Text))
                && Array.Find(written, cell => !WrittenDay.IsWeekday(cell.Text, cell.Day.Date.DayOfWeek)) is { Day: { } day, Text: var text })
            {
                Tell(row, day, text, problems);
                return;
            }
        }
    }

    private static void Tell(TableRow row, GridDay day, string text, RosterProblems problems) => problems.Error(
        row.Number,
        day.Shown,
        "weekday-differs",
        $"This day is read as {day.Date:uuuu-MM-dd}, which is another day of the week. Correct the month, the year or the day of the week.",
        text);
}
