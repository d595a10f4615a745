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

    static XlsWorkbook() => Encoding.RegisterProvider(CodePages);

    public XlsWorkbook(Stream content)
    {
        _reader = ExcelReaderFactory.CreateBinaryReader(content);
        do
        {
            _sheets.Add(new WorkbookSheet(_reader.Name ?? "", _reader.VisibleState is null or "visible", _sheets.Count.ToString(CultureInfo.InvariantCulture)));
        }
        while (_reader.NextResult());
    }

    public IReadOnlyList<WorkbookSheet> Sheets => _sheets;

    public IEnumerable<TableRow> Rows(WorkbookSheet sheet)
    {
        _reader.Reset();
        for (var i = int.Parse(sheet.Part, CultureInfo.InvariantCulture); i > 0; i--)
        {
            _reader.NextResult();
        }

        SheetBounds.CheckColumn(_reader.FieldCount - 1, 1);
        for (var number = 1; _reader.Read(); number++)
        {
            var cells = new string[_reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Text(i);
            }

            yield return new TableRow(number, cells);
        }
    }

    public void Dispose() => _reader.Dispose();

    private string Text(int column) => _reader.GetValue(column) switch
    {
        null => "",
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
