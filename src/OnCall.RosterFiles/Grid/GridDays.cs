using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>The row of a sheet that has the days of a grid.</summary>
/// <param name="Place">Which of the first rows it is.</param>
/// <param name="Fault">Why the days have no date: <c>missing-month</c>, <c>ambiguous-year</c> and the like, or null.</param>
/// <param name="Read">Reads a cell as one of these days, with the day before it or null.</param>
internal sealed record GridDays(IReadOnlyList<TableRow> Top, int Place, IReadOnlyList<GridDay> Days, string? Fault, Func<string, LocalDate?, LocalDate?> Read)
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

    /// <summary>What stands beside the days, is written as they are and does not follow them.</summary>
    public IEnumerable<string> Strays => Row.Cells
        .Where((cell, column) => !Days.Any(day => day.Column == column) && (Read(cell, null) is not null || (IsNumbered && WrittenDay.Number(cell) is not null)))
        .Select(cell => cell.Trim());

    /// <summary>Columns that have no heading and lie between two days, or behind the last where each day has a second one; each with the day before it.</summary>
    public IEnumerable<(int Column, GridDay Day)> Between => Days.SelectMany((day, i) =>
        Enumerable.Range(day.Column + 1, (i + 1 < Days.Count ? Days[i + 1].Column : HasSecondColumns ? day.Column + 2 : day.Column + 1) - day.Column - 1)
            .Where(column => column >= Row.Cells.Length || string.IsNullOrWhiteSpace(Row.Cells[column]))
            .Select(column => (column, day)));

    private bool IsNumbered => WrittenDay.Number(Days[0].Shown) is not null;

    private bool HasSecondColumns => Days.Zip(Days.Skip(1)).All(pair => pair.Second.Column - pair.First.Column == 2);

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

    /// <summary>The first day of another row of days, where a lower row has one; null when it has none, or these days once more.</summary>
    public string? OtherDays(TableRow row) =>
        Run(row.Cells, Read) is { Count: >= Fewest } run && run.Find(day => !Days.Any(own => own.Column == day.Column && own.Date == day.Date)) is { } other ? other.Shown : null;

    private static GridDays? Of(IReadOnlyList<TableRow> top, int place, RosterReadingOptions options)
    {
        var cells = top[place].Cells;
        foreach (var order in Orders)
        {
            if (Run(cells, Whole) is { Count: >= Fewest } whole)
            {
                return new GridDays(top, place, whole, null, Whole);
            }

            LocalDate? Whole(string cell, LocalDate? before) => WrittenDay.Whole(cell, order);
        }

        var months = new Lazy<GridMonths>(() => new GridMonths(top.Take(place + 1).SelectMany(row => row.Cells)));
        return InYear(top, place, months) ?? Numbered(top, place, months, options);
    }

    private static GridDays? InYear(IReadOnlyList<TableRow> top, int place, Lazy<GridMonths> months)
    {
        var cells = top[place].Cells;
        foreach (var order in Orders.Take(3))
        {
            var all = cells.Select(cell => WrittenDay.InYear(cell, order, AnyYear)).OfType<LocalDate>().ToArray();
            var (year, fault) = all.Length < Fewest ? (null, null) : months.Value.YearOf(all[0]);
            if (all.Length >= Fewest && Run(cells, Read) is { Count: >= Fewest } days)
            {
                return new GridDays(top, place, days, fault, Read);
            }

            LocalDate? Read(string cell, LocalDate? before) => WrittenDay.InYear(cell, order, before is { Month: 12, Day: 31 } last ? last.Year + 1 : before?.Year ?? year ?? AnyYear);
        }

        return null;
    }

    private static GridDays? Numbered(IReadOnlyList<TableRow> top, int place, Lazy<GridMonths> months, RosterReadingOptions options)
    {
        var numbers = top[place].Cells.Select(WrittenDay.Number).OfType<int>().ToArray();
        var first = Array.FindIndex(numbers, number => Array.IndexOf(numbers, number + 1) >= 0);
        if (numbers.Length < Fewest || first < 0)
        {
            return null;
        }

        var (month, fault) = months.Value.Of(numbers[first], runsOn: Array.LastIndexOf(numbers, 1) > first);
        var days = Run(top[place].Cells, Read);
        return days.Count >= (fault is null ? Fewest : FewestBareNumbers) && (fault is null || !ListRows.IsList(top, options)) ? new GridDays(top, place, days, fault, Read) : null;

        LocalDate? Read(string cell, LocalDate? before) => Numbered(cell, before, month);
    }

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
