using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Excel;

/// <summary>An opened workbook. Any member may throw <see cref="WorkbookFault"/>.</summary>
internal interface IWorkbook : IDisposable
{
    IReadOnlyList<WorkbookSheet> Sheets { get; }

    /// <summary>The rows that hold anything, as they are read off the file, each cell as the text that a table is read from.</summary>
    IEnumerable<TableRow> Rows(WorkbookSheet sheet);

    /// <summary>The same, but only so far as is needed to see what the sheet is, and without merged cells.</summary>
    IEnumerable<TableRow> Top(WorkbookSheet sheet);
}
