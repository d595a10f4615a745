using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace OnCall.RosterFiles.Tests.Excel;

/// <summary>Builds small workbooks part by part, as no program would write them.</summary>
internal static class WrittenWorkbook
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static byte[] Archive(Action<ZipArchive> fill)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(archive);
        }

        return stream.ToArray();
    }

    /// <summary>A workbook whose sheets have these rows, each the XML of its cells.</summary>
    /// <param name="styles">The number formats of the styles 1, 2 … : a number or a format.</param>
    public static byte[] Of(string rows, string[]? styles = null, bool since1904 = false, bool strict = false, string[]? strings = null, bool hideFirst = false, string? second = null, string[]? merged = null) => Archive(archive =>
    {
        var main = strict ? Strict : Spreadsheet;
        var office = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Part(archive, "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>");
        Part(archive, "_rels/.rels", $"<Relationships xmlns='{Relations}'><Relationship Id='a' Type='{office}/officeDocument' Target='/xl/workbook.xml'/></Relationships>");
        Part(archive, "xl/workbook.xml", $"<workbook xmlns='{main}' xmlns:r='{office}'><workbookPr date1904='{(since1904 ? 1 : 0)}'/><sheets><sheet name='Roster' sheetId='1' {(hideFirst ? "state='hidden' " : "")}r:id='a'/>{(second is null ? "" : "<sheet name='Second' sheetId='2' r:id='b'/>")}</sheets></workbook>");
        Part(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns='{Relations}'><Relationship Id='a' Type='{office}/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='b' Type='{office}/worksheet' Target='worksheets/../worksheets/sheet2.xml'/><Relationship Id='c' Type='{office}/styles' Target='styles.xml'/><Relationship Id='d' Type='{office}/sharedStrings' Target='strings.xml'/></Relationships>");
        Part(archive, "xl/strings.xml", $"<sst xmlns='{main}'>{string.Concat((strings ?? []).Select(text => $"<si>{text}</si>"))}</sst>");
        Part(archive, "xl/styles.xml", $"<styleSheet xmlns='{main}'><numFmts>{Formats(styles ?? [])}</numFmts><cellStyleXfs><xf numFmtId='22'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>{Styles(styles ?? [])}</cellXfs></styleSheet>");
        Part(archive, "xl/worksheets/sheet1.xml", $"<worksheet xmlns='{main}'><sheetData>{rows}</sheetData><mergeCells>{string.Concat((merged ?? []).Select(cells => $"<mergeCell ref='{cells}'/>"))}</mergeCells></worksheet>");
        if (second is not null)
        {
            Part(archive, "xl/worksheets/sheet2.xml", $"<worksheet xmlns='{main}'><sheetData>{second}</sheetData></worksheet>");
        }
    });

    /// <summary>A row of cells, each a text, or the XML of a cell.</summary>
    public static string Row(params string[] cells) =>
        $"<row>{string.Concat(cells.Select(cell => cell.StartsWith('<') ? cell : $"<c t='inlineStr'><is><t>{cell}</t></is></c>"))}</row>";

    /// <summary>Headings and as many shifts.</summary>
    public static string List(int shifts) =>
        Row("Role", "Employee no", "Start", "End") + string.Concat(Enumerable.Range(1, shifts).Select(i => Row("Ward", i.ToString(CultureInfo.InvariantCulture), "2026-10-12 07:00", "2026-10-12 15:00")));

    private static string Formats(string[] styles) =>
        string.Concat(styles.Select((style, i) => int.TryParse(style, CultureInfo.InvariantCulture, out _) ? "" : $"<numFmt numFmtId='{164 + i}' formatCode='{style}'/>"));

    private static string Styles(string[] styles) =>
        string.Concat(styles.Select((style, i) => $"<xf numFmtId='{(int.TryParse(style, CultureInfo.InvariantCulture, out var id) ? id : 164 + i)}'/>"));

    private static void Part(ZipArchive archive, string name, string text)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
