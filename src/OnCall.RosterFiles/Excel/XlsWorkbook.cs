using System.Globalization;
using System.Text;
using ExcelDataReader;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Excel;

/// <summary>A workbook in the binary format of Excel 97 to 2003, and older ones ([MS-XLS]).</summary>
internal sealed class XlsWorkbook : IWorkbook
{
    private const int MostSheets = 256;

    // What the format can number ([MS-XLS] 2.5.198.104); a sheet that says more makes a library count up to there.
    private const int Rows97 = 65_536;
    private const int Columns97 = 256;

    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;

    private readonly IExcelDataReader _reader;
    private readonly List<WorkbookSheet> _sheets = [];
    private readonly Dictionary<(int Sheet, int Row, int Column), string> _errors;
    private readonly HashSet<(int Sheet, int Row)> _rowsOfErrors;
    private readonly List<string> _cells = [];

    static XlsWorkbook() => Encoding.RegisterProvider(CodePages);

    public XlsWorkbook(ReadOnlyMemory<byte> content)
    {
        _errors = Workbooks.IsOle(content.Span) ? XlsErrors.Of(OleStream.Of(content.Span, "Workbook", "Book")) : [];
        _rowsOfErrors = [.. _errors.Keys.Select(at => (at.Sheet, at.Row))];
        _reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(content.ToArray(), writable: false));
        if (_reader.ResultsCount > MostSheets)
        {
            throw WorkbookFault.TooLarge($"it has more than {MostSheets} sheets");
        }

        do
        {
            _sheets.Add(new WorkbookSheet(_reader.Name ?? "", _reader.VisibleState is null or "visible", _sheets.Count.ToString(CultureInfo.InvariantCulture)));
        }
        while (_reader.NextResult());
    }

    public IReadOnlyList<WorkbookSheet> Sheets => _sheets;

    public IEnumerable<TableRow> Rows(WorkbookSheet sheet) => MergedRows.Of(Top(sheet), Merged(sheet));

    public IEnumerable<TableRow> Top(WorkbookSheet sheet)
    {
        GoTo(sheet);
        if (_reader.RowCount > Rows97 || _reader.FieldCount > Columns97)
        {
            throw WorkbookFault.Corrupt($"its sheet '{sheet.Name}' says that it has {_reader.RowCount} rows and {_reader.FieldCount} columns");
        }

        for (var number = 1; _reader.Read(); number++)
        {
            ReadCells(sheet, number - 1);
            if (_cells.Count > 0)
            {
                yield return new TableRow(number, [.. _cells]) { IsHidden = _reader.RowHeight == 0 };
            }
        }
    }

    public void Dispose() => _reader.Dispose();

    private List<MergedCells> Merged(WorkbookSheet sheet)
    {
        GoTo(sheet);
        return [.. (_reader.MergeCells ?? []).Take(MergedRows.Most + 1).Select(range => new MergedCells(range.FromRow + 1, range.ToRow + 1, range.FromColumn, range.ToColumn))];
    }

    private static int Place(WorkbookSheet sheet) => int.Parse(sheet.Part, CultureInfo.InvariantCulture);

    private void GoTo(WorkbookSheet sheet)
    {
        _reader.Reset();
        for (var i = Place(sheet); i > 0; i--)
        {
            _reader.NextResult();
        }
    }

    // A few bytes can say that thousands of rows are thousands of columns wide: what stands in none of them takes no room.
    private void ReadCells(WorkbookSheet sheet, int row)
    {
        _cells.Clear();
        var errors = _rowsOfErrors.Contains((Place(sheet), row));
        for (var column = 0; column < _reader.FieldCount; column++)
        {
            var shown = _reader.GetValue(column) is { } value ? Text(value, column)
                : errors ? _errors.GetValueOrDefault((Place(sheet), row, column)) : null;
            if (shown is { Length: > 0 } text)
            {
                _cells.AddRange(Enumerable.Repeat("", column - _cells.Count));
                _cells.Add(text);
            }
        }
    }

    private string Text(object value, int column) => value switch
    {
        string text => text,
        bool truth => CellText.Of(truth),
        DateTime moment => CellText.Of(moment, Kind(column)),
        TimeSpan hours => CellText.Of(hours.TotalDays, CellFormatKind.Hours, since1904: false),
        double number => CellText.Of(number, Kind(column), since1904: false),
        int number => CellText.Of(number, Kind(column), since1904: false),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private CellFormatKind Kind(int column) => _reader.GetNumberFormatString(column) is { } format
        ? CellFormats.Of(format)
        : CellFormats.BuiltIn(_reader.GetNumberFormatIndex(column));
}
