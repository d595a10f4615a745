using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>Reads what a cell of a grid says: shift letters, ranges of times, or a day off.</summary>
internal sealed class GridCells(ShiftLegend legend, RosterProblems problems)
{
    private const int Longest = 100;

    private static readonly char[] Separators = ['/', ',', '、', '，', '／', ';'];

    /// <summary>The shifts of the cell; what is no shift is told.</summary>
    public IReadOnlyList<LegendEntry> Read(TableRow row, GridDay day)
    {
        var cell = Text(row, day);
        if (Whole(cell) is { } whole)
        {
            return whole.Hours is null ? [] : [whole];
        }

        var shifts = new List<LegendEntry>();
        foreach (var part in CellErrors.Is(cell) ? [cell] : cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Whole(part) is not { } read)
            {
                Complain(row, day, part);
            }
            else if (read.Hours is not null)
            {
                shifts.Add(read);
            }
        }

        return shifts;
    }

    /// <summary>Whether the row has a shift on any of the days.</summary>
    public bool HasShift(TableRow row, IReadOnlyList<GridDay> days) =>
        days.Any(day => Text(row, day) is { Length: > 0 } cell && cell.Split(Separators).Any(part => Whole(part.Trim())?.Hours is not null));

    public static bool IsBlank(TableRow row, IReadOnlyList<GridDay> days) => days.All(day => Text(row, day).Length == 0);

    /// <summary>Whether the row says which weekday each day is.</summary>
    public static bool IsWeekdays(TableRow row, IReadOnlyList<GridDay> days) =>
        !IsBlank(row, days) && days.All(day => Text(row, day) is var text && (text.Length == 0 || WrittenDay.IsWeekday(text, day.Date.DayOfWeek)));

    private static string Text(TableRow row, GridDay day) => day.Column < row.Cells.Length ? row.Cells[day.Column].Trim() : "";

    private LegendEntry? Whole(string text) =>
        legend.Find(text) ?? (ShiftLegend.IsDayOff(text) ? new LegendEntry(text, null, null) : ShiftHours.Read(text) is { } hours ? new LegendEntry("", hours, null) : null);

    private void Complain(TableRow row, GridDay day, string part)
    {
        if (CellErrors.Is(part))
        {
            problems.Error(row.Number, day.Shown, CellErrors.Code, CellErrors.Message(part), part);
        }
        else if (part.Length > Longest || part.Any(char.IsControl))
        {
            problems.Error(row.Number, day.Shown, "unknown-shift", "The cell holds more than shift letters. Write letters of the legend, separated by '/', or times such as 08:00-16:00.", part);
        }
        else if (legend.IsEmpty)
        {
            problems.Error(row.Number, day.Shown, "unknown-shift", $"Nothing says what '{part}' means. Give a legend with the upload, or write one under the grid: {part} = 08:00-16:00.", part);
        }
        else
        {
            problems.Error(row.Number, day.Shown, "unknown-shift", $"'{part}' is not in the legend, which has {string.Join(", ", legend.Nearest(part))}. Correct the cell or add it to the legend: {part} = 08:00-16:00.", part);
        }
    }
}
