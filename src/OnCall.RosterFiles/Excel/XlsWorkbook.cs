using System.Globalization;
using System.Text;
using ExcelDataReader;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Excel;

/// <summary>A workbook in the binary format of Excel 97 to 2003, and older ones ([MS-XLS]).</summary>
internal sealed class XlsWorkbook : IWorkbook
{
    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;

    private readonly IExcelDataReader _reader;
    private readonly List<WorkbookSheet> _sheets = [];
    private readonly Dictionary<(int Sheet, int Row, int Column), string> _errors;

    static XlsWorkbook() => Encoding.RegisterProvider(CodePages);

    public XlsWorkbook(ReadOnlyMemory<byte> content)
    {
        _reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(content.ToArray(), writable: false));
        _errors = Workbooks.IsOle(content.Span) ? XlsErrors.Of(OleStream.Of(content.Span, "Workbook", "Book")) : [];
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
        SheetBounds.CheckColumn(_reader.FieldCount - 1, 1);
        for (var number = 1; _reader.Read(); number++)
        {
            var cells = new string[_reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Text(sheet, number - 1, i);
            }

            yield return new TableRow(number, cells) { IsHidden = _reader.RowHeight == 0 };
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

    private string Text(WorkbookSheet sheet, int row, int column) => _reader.GetValue(column) switch
    {
        null => _errors.GetValueOrDefault((Place(sheet), row, column), ""),
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
