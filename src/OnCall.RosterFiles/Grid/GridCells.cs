using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>Reads what a cell of a grid says: shift letters, ranges of times, or a day off.</summary>
internal sealed class GridCells(ShiftLegend legend, RosterProblems problems)
{
    private const int Longest = 100;

    private bool _toldOfCross;

    private static readonly char[] Separators = ['/', ',', '、', '，', '／', ';'];

    /// <summary>The shifts of the cell; what is no shift is told.</summary>
    public IReadOnlyList<LegendEntry> Read(TableRow row, GridDay day)
    {
        var cell = Text(row, day);
        if (Whole(cell) is { } whole)
        {
            return Taken(row, day, cell, whole) ? [whole] : [];
        }

        var shifts = new List<LegendEntry>();
        foreach (var part in CellErrors.Is(cell) ? [cell] : cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Whole(part) is not { } read)
            {
                Complain(row, day, part);
            }
            else if (Taken(row, day, part, read))
            {
                shifts.Add(read);
            }
        }

        return shifts;
    }

    /// <summary>Whether the row has a shift on any of the days.</summary>
    public bool HasShift(TableRow row, IReadOnlyList<GridDay> days) => days.Any(day => IsShift(Text(row, day)));

    public bool IsShift(string cell) => cell.Length > 0 && cell.Split(Separators).Any(part => Whole(part.Trim())?.Hours is not null);

    /// <summary>Whether the row has a letter of the legend on any of the days, and explains none itself.</summary>
    public bool HasLetter(TableRow row, IReadOnlyList<GridDay> days) =>
        days.Any(day => Text(row, day) is { Length: > 0 } cell && legend.Find(cell)?.Hours is not null)
        && !Array.Exists(row.Cells, cell => ShiftHours.Read(cell) is not null || WrittenTimeText.ReadTime(cell) is not null);

    public static bool IsBlank(TableRow row, IReadOnlyList<GridDay> days) => days.All(day => Text(row, day).Length == 0);

    /// <summary>Whether the row says which weekday each day is.</summary>
    public static bool IsWeekdays(TableRow row, IReadOnlyList<GridDay> days) =>
        !IsBlank(row, days) && days.All(day => Text(row, day) is var text && (text.Length == 0 || WrittenDay.IsWeekday(text, day.Date.DayOfWeek)));

    private static string Text(TableRow row, GridDay day) => day.Column < row.Cells.Length ? row.Cells[day.Column].Trim() : "";

    private LegendEntry? Whole(string text) =>
        legend.Find(text) ?? (ShiftLegend.IsDayOff(text) ? new LegendEntry(text, null, null) : ShiftHours.Read(text) is { } hours ? new LegendEntry("", hours, null) : null);

    private bool Taken(TableRow row, GridDay day, string text, LegendEntry entry)
    {
        if (entry.Hours is null && !_toldOfCross && ShiftLegend.IsCross(text) && legend.Find(text) is null)
        {
            _toldOfCross = true;
            problems.Warn(row.Number, day.Shown, "cross-is-day-off", $"No legend explains '{text}', so it is taken for a day off wherever it stands. If it marks a shift, say so in the legend: {text} = 08:00-16:00.", text);
        }

        if (legend.IsContradicted(entry))
        {
            problems.Error(row.Number, day.Shown, "contradicting-legend", $"The sheet explains '{text}' in two ways. Give each its own letter, or say with the upload which counts.", text);
            return false;
        }

        return entry.Hours is not null;
    }

    private void Complain(TableRow row, GridDay day, string part)
    {
        if (problems.IsFull)
        {
            problems.Error(row.Number, day.Shown, "unknown-shift", "");
        }
        else if (CellErrors.Is(part))
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
