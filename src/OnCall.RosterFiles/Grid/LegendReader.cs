using System.Text.RegularExpressions;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>Reads what shift letters mean: from tables of letter, start and end, and from texts such as <c>N = 20:00-08:00</c>.</summary>
internal sealed partial class LegendReader(ShiftLegend legend, RosterProblems problems)
{
    /// <summary>So many columns may a legend have, beside a grid or below it.</summary>
    public const int Widest = 50;

    // So many rows of a sheet may it be below or beside.
    private const int Longest = 2_000;

    private static readonly string[] Words = ["legend", "legende", "key", "shiftcodes", "shiftkey", "codes", "凡例", "記号", "图例", "圖例", "班次说明", "シフト凡例"];
    private static readonly string[] Letters = ["code", "letter", "symbol", "mark", "abbreviation", "shift", "shiftcode", "記号", "シフト", "勤務", "区分", "代码", "代號", "班次", "班别"];
    private static readonly string[] Hours = ["hours", "time", "times", "workinghours", "時間", "勤務時間", "时间", "工作时间"];

    /// <summary>Whether a legend begins with this row, below a grid.</summary>
    public static bool Begins(TableRow row) =>
        row.Cells.FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)) is { } first
        && (Array.Exists(Words, word => Headings.AreSame(word, first)) || TableAt(row, 0) is not null || IsText(first));

    public void ReadOptions(IReadOnlyDictionary<string, string> options)
    {
        foreach (var (letter, hours) in options)
        {
            if (string.IsNullOrWhiteSpace(letter))
            {
                continue;
            }

            if (Entry(letter, hours, null) is { } entry)
            {
                legend.Tell(entry);
            }
            else
            {
                problems.Error(0, "", "unreadable-legend", $"The legend says that '{letter}' is '{hours}'. Write it as 20:00-08:00, or leave it empty for a day off.", hours);
            }
        }
    }

    /// <summary>Reads the tables that stand right of that column, and the texts of these cells.</summary>
    /// <param name="from">The first column that is not the grid's own.</param>
    public void Read(IReadOnlyList<TableRow> rows, int from)
    {
        LegendTable? table = null;
        foreach (var row in rows.Take(Longest))
        {
            if (TableAt(row, from) is { } found)
            {
                table = found;
                continue;
            }

            foreach (var cell in row.Cells.Skip(from).Take(Widest))
            {
                ReadTexts(cell);
            }

            if (table is not null && !table.Read(row, Add))
            {
                problems.Error(row.Number, table.Heading, "unreadable-legend", "The legend has no readable times here. Write a start and an end: 20:00 and 08:00.", table.Letter(row));
            }
        }
    }

    /// <summary>Reads rows that are a legend and nothing else, whether or not they have headings.</summary>
    public void ReadAll(IReadOnlyList<TableRow> rows)
    {
        if (rows.Take(Longest).Any(row => TableAt(row, 0) is not null))
        {
            Read(rows, 0);
            return;
        }

        foreach (var row in rows.Take(Longest))
        {
            var cells = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Take(Widest).ToArray();
            if (cells.Length > 1 && !IsText(cells[0]) && (Add(cells[0], cells[1], null) || (cells.Length > 2 && Add(cells[0], $"{cells[1]}-{cells[2]}", null))))
            {
                continue;
            }

            Array.ForEach(cells, ReadTexts);
        }
    }

    public void ReadTexts(string cell)
    {
        foreach (Match match in Text().Matches(cell.Length > 500 ? "" : cell))
        {
            Add(match.Groups["letter"].Value, match.Groups["hours"].Value, null);
        }
    }

    private static LegendTable? TableAt(TableRow row, int from)
    {
        var letter = Place(row, from, Letters);
        if (letter < 0)
        {
            return null;
        }

        var hours = Place(row, from, Hours);
        var start = Array.FindIndex(row.Cells, Math.Min(from, row.Cells.Length), cell => Headings.Meaning(cell) is RosterField.Start or RosterField.StartTime);
        var end = Array.FindIndex(row.Cells, Math.Min(from, row.Cells.Length), cell => Headings.Meaning(cell) is RosterField.End or RosterField.EndTime);
        var role = Array.FindIndex(row.Cells, Math.Min(from, row.Cells.Length), cell => Headings.Meaning(cell) is RosterField.Role);
        return (start < 0 || end < 0) && hours < 0 ? null : new LegendTable(row.Cells[letter].Trim(), letter, start < 0 || end < 0 ? (hours, hours) : (start, end), role);
    }

    private static int Place(TableRow row, int from, string[] names) =>
        Array.FindIndex(row.Cells, Math.Min(from, row.Cells.Length), cell => !string.IsNullOrWhiteSpace(cell) && Array.Exists(names, name => Headings.AreSame(name, cell)));

    private static bool IsText(string cell) => Text().IsMatch(cell.Length > 500 ? "" : cell);

    private bool Add(string letter, string hours, string? role)
    {
        if (Entry(letter, hours, role) is not { } entry)
        {
            return false;
        }

        legend.Add(entry);
        return true;
    }

    private static LegendEntry? Entry(string letter, string hours, string? role) =>
        ShiftLegend.IsDayOff(hours) ? new LegendEntry(letter.Trim(), null, role)
        : ShiftHours.Read(hours) is { } read ? new LegendEntry(letter.Trim(), read, role)
        : null;

    [GeneratedRegex(
        "(?<letter>[^ =:,;、：＝]{1,12}) ?[=:：＝] ?(?<hours>[0-9０-９]{1,2}([:：.]?[0-9０-９]{2})? ?[-–—−~〜～] ?(翌日?|次日)?[0-9０-９]{1,2}([:：.]?[0-9０-９]{2})?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Text();
}
