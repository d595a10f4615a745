using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.Excel;

/// <summary>Reads Excel workbooks (.xlsx). Takes every ZIP archive, so that one that is no workbook is told what it is.</summary>
public sealed class XlsxRosterReader : IRosterReader
{
    private const string Encoding = "utf-8";

    public string Format => "xlsx";

    public bool CanRead(RosterFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Workbooks.IsZip(file.Content.Span)
            || (file.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) && Workbooks.IsMarkup(file.Content.Span));
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
