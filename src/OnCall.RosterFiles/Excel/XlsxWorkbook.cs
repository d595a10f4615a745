using System.Xml;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Excel;

/// <summary>A workbook in Office Open XML (ECMA-376), transitional or strict. Only the sheet that is asked for is read.</summary>
internal sealed class XlsxWorkbook : IWorkbook
{
    private const int MostSheets = 10_000;
    private const long LargestPart = 4 * 1024 * 1024;

    private readonly PackageParts _parts;
    private readonly PackageRelations _relations;
    private readonly List<WorkbookSheet> _sheets = [];
    private bool _since1904;
    private List<string>? _strings;
    private CellStyles? _styles;

    public XlsxWorkbook(Stream content)
    {
        _parts = new PackageParts(content);
        PackageKind.Check(_parts);
        var main = PackageRelations.Of(_parts, "").First("officeDocument") ?? "xl/workbook.xml";
        _relations = PackageRelations.Of(_parts, main);
        ReadSheets(main);
    }

    public IReadOnlyList<WorkbookSheet> Sheets => _sheets;

    public IEnumerable<TableRow> Rows(WorkbookSheet sheet) => MergedRows.Of(Rows(sheet, SheetBounds.LargestPart), Merged(sheet));

    public IEnumerable<TableRow> Top(WorkbookSheet sheet) => Rows(sheet, SheetBounds.LargestTop);

    public void Dispose() => _parts.Dispose();

    private IEnumerable<TableRow> Rows(WorkbookSheet sheet, long limit)
    {
        _strings ??= SharedStrings.Of(_parts, _relations.First("sharedStrings"));
        _styles ??= CellStyles.Of(_parts, _relations.First("styles"));
        using var reader = _parts.Open(sheet.Part, limit) ?? throw WorkbookFault.Corrupt($"its sheet '{sheet.Name}' is missing");
        foreach (var row in new XlsxRows(reader, _strings, _styles, _since1904).Read())
        {
            yield return row;
        }
    }

    // They are written behind the rows.
    private List<MergedCells> Merged(WorkbookSheet sheet)
    {
        var merged = new List<MergedCells>();
        using var reader = _parts.Open(sheet.Part);
        while (reader?.Next() == true && merged.Count <= MergedRows.Most)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheetData" })
            {
                reader.ToEnd();
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && SheetBounds.Range(reader.GetAttribute("ref")) is { } cells)
            {
                merged.Add(cells);
            }
        }

        return merged;
    }

    private void ReadSheets(string main)
    {
        using var reader = _parts.Open(main, LargestPart) ?? throw WorkbookFault.Corrupt("its list of sheets is missing");
        while (reader.Next())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                _since1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && _sheets.Count < MostSheets
                && reader.GetAttribute("name") is { } name && _relations.Part(RelationId(reader), "worksheet") is { } part)
            {
                _sheets.Add(new WorkbookSheet(name, reader.GetAttribute("state") is null or "visible", part));
            }
        }
    }

    // Strict and transitional workbooks name the attribute alike in different namespaces.
    private static string RelationId(XmlReader reader)
    {
        var id = "";
        while (reader.MoveToNextAttribute())
        {
            id = reader is { LocalName: "id", Prefix.Length: > 0 } ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }
}
