using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>The row of a sheet that has the days of a grid.</summary>
/// <param name="Place">Which of the first rows it is.</param>
/// <param name="Missing">What of the days is written nowhere: <c>month</c>, <c>year</c>, or null.</param>
internal sealed record GridDays(IReadOnlyList<TableRow> Top, int Place, IReadOnlyList<GridDay> Days, string? Missing)
{
    private const int Fewest = 5;

    // Five numbers in a row may be anything, a week of them hardly.
    private const int FewestBareNumbers = 7;

    // Sums of a week stand between days.
    private const int WidestGap = 2;

    // A leap year, so that every day exists.
    private const int AnyYear = 2000;

    private static readonly DateOrder?[] Orders = [null, DateOrder.DayFirst, DateOrder.MonthFirst, DateOrder.YearFirst];

    public TableRow Row => Top[Place];

    /// <summary>Null when the sheet has a shift a row, or is no roster.</summary>
    public static GridDays? Find(IReadOnlyList<TableRow> top, RosterReadingOptions options)
    {
        for (var place = 0; place < top.Count; place++)
        {
            if (top[place].Cells.Length > Fewest && Of(top, place, options) is { } days)
            {
                return days;
            }
        }

        return null;
    }

    private static GridDays? Of(IReadOnlyList<TableRow> top, int place, RosterReadingOptions options)
    {
        var cells = top[place].Cells;
        foreach (var order in Orders)
        {
            if (Run(cells, (cell, _) => WrittenDay.Whole(cell, order)) is { Count: >= Fewest } whole)
            {
                return new GridDays(top, place, whole, null);
            }
        }

        var title = Title(top, place);
        foreach (var order in Orders.Take(3))
        {
            var year = title?.Year ?? AnyYear;
            if (Run(cells, (cell, before) => InYear(cell, order, before?.Year ?? year, before)) is { Count: >= Fewest } days)
            {
                return new GridDays(top, place, days, title is null ? "year" : null);
            }
        }

        var month = title is { Month: > 0 } told ? told : (WrittenMonth?)null;
        var numbers = Run(cells, (cell, before) => Numbered(cell, before, month));
        if (month is not null)
        {
            return numbers.Count >= Fewest ? new GridDays(top, place, numbers, null) : null;
        }

        return numbers.Count >= FewestBareNumbers && !ListRows.IsList(top, options) ? new GridDays(top, place, numbers, "month") : null;
    }

    /// <summary>The month that is named above the days or left of them. A whole date may be the day of printing, so it counts last.</summary>
    private static WrittenMonth? Title(IReadOnlyList<TableRow> top, int place)
    {
        var named = top.Take(place + 1).SelectMany(row => row.Cells).Where(cell => cell.Length > 3)
            .OrderBy(cell => WrittenTimeText.Read(cell).Kind is WrittenKind.DateOnly or WrittenKind.DateAndTime)
            .Select(WrittenMonth.Read).OfType<WrittenMonth>().ToArray();
        return named.Where(month => month.Month > 0).Concat(named).Cast<WrittenMonth?>().FirstOrDefault();
    }

    private static LocalDate? InYear(string cell, DateOrder? order, int year, LocalDate? before) =>
        WrittenDay.InYear(cell, order, year) is { } date && before is { Month: 12, Day: 31 } && date is { Month: 1, Day: 1 } ? WrittenDay.InYear(cell, order, year + 1) : WrittenDay.InYear(cell, order, year);

    private static LocalDate? Numbered(string cell, LocalDate? before, WrittenMonth? title)
    {
        if (WrittenDay.Number(cell) is not { } day)
        {
            return null;
        }

        var month = before is { } last ? (day == 1 ? last.PlusDays(1) : last) : new LocalDate(title?.Year ?? AnyYear, title?.Month ?? 1, 1);
        return day <= month.Calendar.GetDaysInMonth(month.Year, month.Month) ? new LocalDate(month.Year, month.Month, day) : null;
    }

    /// <summary>The longest run of days that follow each other.</summary>
    private static List<GridDay> Run(string[] cells, Func<string, LocalDate?, LocalDate?> read)
    {
        List<GridDay> best = [], run = [];
        for (var column = 0; column < cells.Length; column++)
        {
            if (string.IsNullOrWhiteSpace(cells[column]))
            {
                continue;
            }

            var last = run.Count > 0 && column - run[^1].Column <= WidestGap ? run[^1].Date : (LocalDate?)null;
            if (last is { } before && read(cells[column], before) is { } next && next == before.PlusDays(1))
            {
                run.Add(new GridDay(column, next, cells[column].Trim()));
            }
            else if (read(cells[column], null) is { } first)
            {
                run = [new GridDay(column, first, cells[column].Trim())];
            }

            best = run.Count > best.Count ? run : best;
        }

        return best;
    }
}
