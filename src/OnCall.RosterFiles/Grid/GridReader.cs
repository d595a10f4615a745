using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>Reads a sheet with people down, days across and shift letters in the cells. Each shift of a cell is one draft.</summary>
internal sealed class GridReader(GridDays days, RosterReadingOptions options, RosterProblems problems)
{
    private static readonly string[] Sums = ["total", "totals", "sum", "count", "staffing", "合計", "小計", "人数", "合计", "小计", "总计", "人數"];

    private readonly ShiftLegend _legend = new();
    private readonly List<DraftShift> _drafts = [];

    public RosterReading Read(string format, string encoding, SheetTop top, Func<IEnumerable<TableRow>>? legendSheet)
    {
        var people = new GridPeople(days, options, problems);
        var rows = Rows(top);
        if (days.Missing is { } missing)
        {
            problems.Error(days.Row.Number, days.Days[0].Shown, $"missing-{missing}", $"The days of the grid do not say their {missing}. Write it above them: October 2026.");
        }

        var legendAt = rows.FindIndex(LegendReader.Begins);
        var own = legendAt < 0 ? rows : rows[..legendAt];
        ReadLegend(own, legendAt < 0 ? [] : rows[legendAt..], legendSheet);
        var count = problems.HasErrors ? 0 : ReadPeople(own, people);
        if (_drafts.Count == 0 && !problems.HasErrors)
        {
            problems.Error(0, "", "no-rows", "The grid has days and no shifts under them.");
        }

        return new RosterReading(format, encoding, count, people.Names, _drafts, problems) { Mapped = people.Mapped };
    }

    private List<TableRow> Rows(SheetTop top)
    {
        var rows = new List<TableRow>();
        foreach (var row in top.From(days.Place + 1))
        {
            if (rows.Count == options.MaxRows)
            {
                problems.Error(row.Number, "", "too-many-rows", $"A file may have {options.MaxRows} rows. Split it by role or by time.");
                break;
            }

            if (row.Fault is { } fault)
            {
                problems.Error(row.Number, "", "broken-row", fault);
            }

            rows.Add(row);
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

    private int ReadPeople(List<TableRow> rows, GridPeople people)
    {
        var cells = new GridCells(_legend, problems);
        var title = GridTitle.Role(days) ?? options.Role;
        var count = 0;
        foreach (var row in rows.Where(row => row.Fault is null && !IsNoPerson(row, people, cells)))
        {
            count++;
            if (people.Read(row) is { } person && !ReadRow(row, person, title, cells))
            {
                break;
            }
        }

        return count;
    }

    /// <summary>False when there is no use in reading on.</summary>
    private bool ReadRow(TableRow row, GridPerson person, string? title, GridCells cells)
    {
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

    private bool IsNoPerson(TableRow row, GridPeople people, GridCells cells) =>
        people.IsHeading(row)
        || GridCells.IsBlank(row, days.Days)
        || (people.IsNobody(row) && (GridCells.IsWeekdays(row, days.Days) || !cells.HasShift(row, days.Days)))
        || Array.Exists(Sums, sum => row.Cells.Take(days.Days[0].Column).Any(cell => Headings.AreSame(cell, sum)));
}
