using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>Reads a sheet with people down, days across and shift letters in the cells. Each shift of a cell is one draft.</summary>
internal sealed class GridReader(GridDays days, RosterReadingOptions options, RosterProblems problems)
{
    private const int MostHeadings = 2_000;
    private const long MostCells = 4_000_000;

    private static readonly string[] Sums = ["total", "totals", "sum", "count", "staffing", "合計", "小計", "人数", "合计", "小计", "总计", "人數"];

    private readonly ShiftLegend _legend = new();
    private readonly List<DraftShift> _drafts = [];
    private readonly (int Column, GridDay Day)[] _between = [.. days.Between];
    private bool _toldOfHidden;
    private bool _toldOfMerged;

    public RosterReading Read(string format, string encoding, SheetTop top, Func<IEnumerable<TableRow>>? legendSheet)
    {
        var people = new GridPeople(days, options, problems);
        var rows = Rows(top);
        CheckDays(rows, people);
        var legendAt = rows.FindIndex(LegendReader.Begins);
        var own = legendAt < 0 ? rows : rows[..legendAt];
        ReadLegend(own, legendAt < 0 ? [] : rows[legendAt..], legendSheet);
        var count = problems.HasErrors ? 0 : ReadPeople(own, legendAt < 0 ? [] : rows[legendAt..], people);
        if (_drafts.Count == 0 && !problems.HasErrors)
        {
            problems.Error(0, "", "no-rows", "The grid has days and no shifts under them.");
        }

        return new RosterReading(format, encoding, count, people.Names, _drafts, problems) { Mapped = people.Mapped };
    }

    /// <summary>A day that is taken for another puts everybody on the wrong date, and one that is passed over nobody.</summary>
    private void CheckDays(List<TableRow> rows, GridPeople people)
    {
        if (days.Fault is { } fault)
        {
            var part = fault[(fault.IndexOf('-', StringComparison.Ordinal) + 1)..];
            problems.Error(days.Row.Number, days.Days[0].Shown, fault, fault.StartsWith("missing", StringComparison.Ordinal)
                ? $"The days of the grid do not say their {part}. Write it above them: October 2026."
                : $"What stands above the days names more than one {part}. Leave that of the first day alone, as October 2026, or write whole dates over the days.");
            return;
        }

        if (days.Strays.FirstOrDefault() is { } stray)
        {
            problems.Error(days.Row.Number, stray, "broken-days", $"This stands beside the days from {days.Days[0].Date:uuuu-MM-dd} to {days.Days[^1].Date:uuuu-MM-dd} and does not follow them. Write each day once, one after the other, with no more than one column between them.", stray);
            return;
        }

        var nobodys = rows.Where(row => people.IsHeading(row) || people.IsNobody(row)).Take(MostHeadings).ToList();
        GridWeekdays.Check(days, nobodys, problems);
        foreach (var row in nobodys)
        {
            if (days.OtherDays(row) is { } other)
            {
                problems.Error(row.Number, other, "second-grid", "A second row of days stands here. Put each grid on a sheet of its own, or all days in one row.", other);
            }
        }
    }

    private List<TableRow> Rows(SheetTop top)
    {
        var rows = new List<TableRow>();
        var (widest, held) = (days.Days[^1].Column + 1 + LegendReader.Widest, 0L);
        foreach (var row in top.From(days.Place + 1))
        {
            if (rows.Count == options.MaxRows || held > MostCells)
            {
                problems.Error(row.Number, "", "too-many-rows", $"A file may have {Math.Min(options.MaxRows, rows.Count)} rows like these. Split it by role or by time.");
                break;
            }

            if (row.Fault is { } fault)
            {
                problems.Error(row.Number, "", "broken-row", fault);
            }

            // What stands further right is neither a day nor a legend.
            var kept = row.Cells.Length > widest ? row with { Cells = row.Cells[..widest] } : row;
            held += kept.Cells.Length;
            rows.Add(kept);
        }

        return rows;
    }

    private void ReadLegend(List<TableRow> own, List<TableRow> below, Func<IEnumerable<TableRow>>? sheet)
    {
        var reader = new LegendReader(_legend, problems);
        reader.ReadOptions(options.Legend);
        reader.ReadAll(below);
        reader.Read([.. days.Top.Skip(days.Place).Take(1), .. own], days.Days[^1].Column + 1);
        foreach (var cell in days.Top.Take(days.Place).SelectMany(row => row.Cells))
        {
            reader.ReadTexts(cell);
        }

        if (sheet is not null)
        {
            reader.ReadAll([.. sheet().Where(row => !row.IsBlank).Take(1000)]);
        }
    }

    private int ReadPeople(List<TableRow> rows, List<TableRow> below, GridPeople people)
    {
        var cells = new GridCells(_legend, problems);
        var title = GridTitle.Role(days) ?? options.Role;
        var count = 0;
        foreach (var row in rows.Where(row => row.Fault is null).Select(Filled).Where(row => !IsNoPerson(row, people, cells)))
        {
            count++;
            _toldOfHidden = HiddenRows.Tell(row, _toldOfHidden, problems);
            if (people.Read(row) is { } person && !ReadRow(row, person, title, cells))
            {
                break;
            }
        }

        foreach (var row in below.Where(row => !people.IsNobody(row) && cells.HasLetter(row, days.Days)))
        {
            problems.Error(row.Number, "", "row-below-legend", "This row stands below the legend and has shifts. Put the legend below everybody.");
        }

        return count;
    }

    /// <summary>False when there is no use in reading on.</summary>
    private bool ReadRow(TableRow row, GridPerson person, string? title, GridCells cells)
    {
        foreach (var (column, day) in _between.Where(between => between.Column < row.Cells.Length && cells.IsShift(row.Cells[between.Column].Trim())))
        {
            problems.Error(row.Number, day.Shown, "between-days", "The column behind this day has no heading, and a shift stands in it. Give each day one column, with all its shifts: D/N.", row.Cells[column].Trim());
        }

        foreach (var day in days.Days)
        {
            foreach (var shift in cells.Read(row, day))
            {
                if ((shift.Role ?? person.Role ?? title) is not { } role)
                {
                    problems.Error(days.Row.Number, "Role", "missing-role", "The grid does not say which role it is for. Say it with the upload, add a column 'Role', or write 'Role: …' above the days.");
                    return false;
                }

                if (_drafts.Count == options.MaxRows)
                {
                    problems.Error(row.Number, day.Shown, "too-many-rows", $"A file may have {options.MaxRows} shifts. Split it by role or by time.");
                    return false;
                }

                var (start, end) = shift.Hours!.Value.On(day.Date);
                _drafts.Add(new DraftShift(row.Number, role, person.Person, start, end, person.Tier, shift.Letter.Length == 0 ? null : shift.Letter));
            }
        }

        return true;
    }

    /// <summary>What lies over several days counts on each of them; that is said once, since it may mean one long shift.</summary>
    private TableRow Filled(TableRow row)
    {
        var filled = row.Filled(days.Row.Number, days.Days[^1].Column + 2);
        foreach (var merged in row.Merged.Where(merged => !_toldOfMerged && merged.FirstRow > days.Row.Number && merged.Text.Length > 0))
        {
            if (days.Days.Where(day => day.Column >= merged.FirstColumn && day.Column <= merged.LastColumn).ToArray() is { Length: > 0 } over)
            {
                _toldOfMerged = true;
                problems.Warn(row.Number, over[0].Shown, "merged-days", "Merged cells lie here over several days or people. What they say is taken for each day and each of them: check that it is meant so.", merged.Text);
            }
        }

        return filled;
    }

    private bool IsNoPerson(TableRow row, GridPeople people, GridCells cells) =>
        people.IsHeading(row)
        || (GridCells.IsBlank(row, days.Days) && !_between.Any(between => between.Column < row.Cells.Length && cells.IsShift(row.Cells[between.Column].Trim())))
        || (people.IsNobody(row) && (GridCells.IsWeekdays(row, days.Days) || !cells.HasShift(row, days.Days)))
        || Array.Exists(Sums, sum => row.Cells.Take(days.Days[0].Column).Any(cell => Headings.AreSame(cell, sum)));
}
