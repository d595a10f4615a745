using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.Excel;

/// <summary>Reads workbooks of Excel 97 to 2003 (.xls), and tells of compound files that are something else.</summary>
public sealed class XlsRosterReader : IRosterReader
{
    private const string Encoding = "utf-16";

    public string Format => "xls";

    public bool CanRead(RosterFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var content = file.Content.Span;
        return Workbooks.IsOle(content)
            || (file.Name.EndsWith(".xls", StringComparison.OrdinalIgnoreCase) && (Workbooks.IsBareXls(content) || Workbooks.IsMarkup(content)));
    }

    public RosterReading Read(RosterFile file, RosterReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        return WorkbookReader.Read(Format, Encoding, file, options);
    }

    public IEnumerable<WrittenRow> RowsOf(RosterFile file, RosterReading reading)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        return WorkbookReader.RowsOf(file, reading.Sheet);
    }
}
