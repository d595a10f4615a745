using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Amion;

/// <summary>Reads the rows of report 619. Before the first assignment there may be anything; after it every row must be one.</summary>
internal sealed partial class AmionRows(RosterReadingOptions options, RosterProblems problems)
{
    private const int Values = 9;
    private const int LongestName = 200;
    private const int LongestNumber = 64;

    /// <summary>The report has no headings; these are its own words for the values.</summary>
    public static RosterColumns Columns { get; } = new("Assignment", "Staff ID", "Staff name", "Start", "End", "Tier", "Shift");

    public static bool IsAssignment(TableRow row) => row.Fault is null && row.Cells.Length >= Values
        && DateForm().IsMatch(row.Cells[6]) && TimeForm().IsMatch(row.Cells[7]) && TimeForm().IsMatch(row.Cells[8]);

    public (List<DraftShift> Drafts, int Rows) Read(IEnumerable<TableRow> rows)
    {
        var drafts = new List<DraftShift>();
        var count = 0;
        foreach (var row in rows.Where(row => !row.IsBlank).SkipWhile(row => !IsAssignment(row) && !IsMeantFor(row)))
        {
            if (++count > options.MaxRows)
            {
                problems.Error(row.Number, "", "too-many-rows", $"A file may have {options.MaxRows} rows. Ask Amion for fewer days.");
                break;
            }

            if (ReadOne(row) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        return (drafts, count);
    }

    /// <summary>An assignment that is written otherwise is no line of header to be passed over.</summary>
    private static bool IsMeantFor(TableRow row) => row.Cells.Length >= Values && (AnyDate().IsMatch(row.Cells[6]) || (AnyTime().IsMatch(row.Cells[7]) && AnyTime().IsMatch(row.Cells[8])));

    private DraftShift? ReadOne(TableRow row)
    {
        if (row.Fault is not null || row.Cells.Length < Values)
        {
            problems.Error(row.Number, "", "broken-row", row.Fault ?? $"The row has {row.Cells.Length} values; an assignment of report 619 has {Values}. The file may be cut off: export it again.");
            return null;
        }

        var cells = row.Cells;
        var role = Text(row, cells[3], Columns.Role);
        var name = Text(row, cells[0], Columns.Name);
        var date = Date(row, cells[6]);
        var (start, end) = (Time(row, cells[7], Columns.Start), Time(row, cells[8], Columns.End));
        if (role is null || name is null || date is not { } day || start is not { } from || end is not { } to)
        {
            return null;
        }

        // An end that is not after the start is on the next day: 1700 to 0700, and 0700 to 0700 around the clock.
        var begun = day.AtMidnight().PlusMilliseconds(from);
        var ended = day.AtMidnight().PlusMilliseconds(to);
        var person = new WrittenPerson(null, name, OtherNo: Number(cells[2]) ?? Number(cells[1]));
        return new DraftShift(row.Number, role, person, new WrittenTime(begun, null), new WrittenTime(ended > begun ? ended : ended.PlusDays(1), null), 1, null);
    }

    private string? Text(TableRow row, string cell, string column)
    {
        if (cell.Length is > 0 and <= LongestName && !cell.Any(char.IsControl))
        {
            return cell;
        }

        problems.Error(row.Number, column, cell.Length == 0 ? "missing-value" : "broken-text", $"'{column}' must hold 1 to {LongestName} characters on one line.", cell);
        return null;
    }

    /// <summary>Some hospitals write whose number it is before it: EPICID:1234. No number is written as nothing or 0.</summary>
    private static string? Number(string cell)
    {
        var number = cell[(cell.LastIndexOf(':') + 1)..].Trim();
        return number.Length is 0 or > LongestNumber || number.All(c => c == '0') ? null : number;
    }

    private LocalDate? Date(TableRow row, string cell)
    {
        var match = DateForm().Match(cell);
        if (match.Success)
        {
            var (month, day, year) = (Of("m"), Of("d"), Of("y"));
            year += year < 100 ? 2000 : 0;
            if (month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
            {
                return new LocalDate(year, month, day);
            }
        }

        problems.Error(row.Number, "Date", "unreadable-date", "A date of report 619 is written month-day-year: 10-12-26.", cell);
        return null;

        int Of(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    private int? Time(TableRow row, string cell, string column)
    {
        var time = TimeForm().IsMatch(cell) ? WrittenTimeText.ReadTime(cell) : null;
        if (time is null)
        {
            problems.Error(row.Number, column, "unreadable-time", "A time of report 619 is written as hhmm: 0700.", cell);
        }

        return time;
    }

    [GeneratedRegex("^(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})-(?<y>[0-9]{4}|[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateForm();

    [GeneratedRegex("^[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AnyDate();

    [GeneratedRegex("^[0-9]{1,2}:?[0-9]{2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AnyTime();

    [GeneratedRegex("^[0-9]{3,4}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TimeForm();
}
