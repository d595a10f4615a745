using System.Xml;
using ExcelDataReader.Exceptions;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Excel;

/// <summary>Reads a roster off one sheet of a workbook.</summary>
internal static class WorkbookReader
{
    private const int MostLooked = 24;

    private static readonly string[] LegendSheets =
        ["legend", "legende", "key", "codes", "shiftcodes", "shifts", "shifttypes", "凡例", "記号", "勤務区分", "シフト", "シフト区分", "图例", "圖例", "班次", "班別", "班别"];

    public static RosterReading Read(string format, string encoding, RosterFile file, RosterReadingOptions options)
    {
        try
        {
            using var workbook = Workbooks.Open(file.Content);
            var sheet = Choose(workbook.Sheets, options.Sheet);
            var reading = TableReader.Read(format, encoding, workbook.Rows(sheet), options, () => Legend(workbook, sheet));
            if (IsEmpty(reading))
            {
                throw Empty(workbook.Sheets, sheet);
            }

            if (options.Sheet is null)
            {
                TellOthers(workbook, sheet, reading.Problems, options);
            }

            return reading with { Sheet = sheet.Name };
        }
        catch (WorkbookFault fault)
        {
            return Refused(format, encoding, fault);
        }
        catch (InvalidPasswordException)
        {
            return Refused(format, encoding, WorkbookFault.Encrypted);
        }
        catch (XmlException broken)
        {
            return Refused(format, encoding, WorkbookFault.Corrupt($"one of its parts breaks off, or declares what is not allowed, in line {broken.LineNumber}"));
        }
        catch (Exception any) when (any is not OutOfMemoryException)
        {
            // A library that meets bytes it did not expect throws anything.
            return Refused(format, encoding, WorkbookFault.Corrupt("what is in it cannot be read"));
        }
    }

    /// <summary>The rows of that sheet as they stand there; none where it was not read.</summary>
    public static IEnumerable<WrittenRow> RowsOf(RosterFile file, string? sheet)
    {
        if (sheet is null)
        {
            yield break;
        }

        using var workbook = Workbooks.Open(file.Content);
        foreach (var row in workbook.Rows(Choose(workbook.Sheets, sheet)))
        {
            yield return new WrittenRow(row.Number, row.Cells);
        }
    }

    private static WorkbookSheet Choose(IReadOnlyList<WorkbookSheet> sheets, string? asked)
    {
        if (asked is not null)
        {
            return sheets.FirstOrDefault(sheet => sheet.Name == asked) ?? sheets.FirstOrDefault(sheet => Headings.AreSame(sheet.Name, asked))
                ?? throw new WorkbookFault("unknown-sheet", $"There is no sheet '{asked}'. The workbook has {string.Join(", ", sheets.Take(20).Select(sheet => $"'{sheet.Name}'"))}.");
        }

        return sheets.FirstOrDefault(sheet => sheet.IsVisible) ?? throw WorkbookFault.Corrupt("it has no sheet that is shown");
    }

    private static bool IsLegend(WorkbookSheet sheet) => Array.Exists(LegendSheets, name => Headings.AreSame(name, sheet.Name));

    private static IEnumerable<TableRow> Legend(IWorkbook workbook, WorkbookSheet read)
    {
        var legend = workbook.Sheets.FirstOrDefault(sheet => sheet != read && IsLegend(sheet));
        return legend is null ? [] : workbook.Rows(legend);
    }

    /// <summary>A month a sheet is as usual as a sheet alone, and whoever reads one of them must know of the others.</summary>
    private static void TellOthers(IWorkbook workbook, WorkbookSheet read, RosterProblems problems, RosterReadingOptions options)
    {
        var others = workbook.Sheets.Where(sheet => sheet != read && sheet.IsVisible && !IsLegend(sheet)).Take(MostLooked).Where(sheet => IsRoster(workbook, sheet, options)).Select(sheet => $"'{sheet.Name}'").ToList();
        if (others.Count > 0)
        {
            problems.Warn(0, "", "other-sheets", $"Only the sheet '{read.Name}' is read. {string.Join(", ", others)} {(others.Count == 1 ? "looks" : "look")} like a roster too: upload the workbook once for each of them, and say which sheet is meant.");
        }
    }

    private static bool IsRoster(IWorkbook workbook, WorkbookSheet sheet, RosterReadingOptions options)
    {
        try
        {
            return TableReader.IsRoster(workbook.Top(sheet), options);
        }
        catch (Exception broken) when (broken is WorkbookFault or XmlException)
        {
            return false;
        }
    }

    private static bool IsEmpty(RosterReading reading) => reading.Problems.ToList() is [{ Row: 0, Code: "empty-file" }];

    private static WorkbookFault Empty(IReadOnlyList<WorkbookSheet> sheets, WorkbookSheet sheet) => new(
        "empty-sheet",
        sheets.Count == 1
            ? $"The sheet '{sheet.Name}' is empty. Its first row must hold the headings: Role, Employee no, Start, End, Tier."
            : $"The sheet '{sheet.Name}' is empty. Say which sheet has the roster: {string.Join(", ", sheets.Where(s => s != sheet).Take(20).Select(s => $"'{s.Name}'"))}.");

    private static RosterReading Refused(string format, string encoding, WorkbookFault fault)
    {
        var problems = new RosterProblems();
        problems.Error(0, "", fault.Code, fault.Message);
        return new RosterReading(format, encoding, 0, RosterColumns.Default, [], problems);
    }
}
