using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OnCall.RosterFiles.Export;

/// <summary>Writes a roster as an Excel workbook, row by row: no more of it is held than one part's buffers.</summary>
public static class XlsxWriter
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly double[] Widths = [40, 14, 28, 22, 22, 6, 14];

    public static void Write(Stream target, IEnumerable<ExportedShift> shifts)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(shifts);

        // Opened for writing alone, a package streams its parts; otherwise it would keep them all until the end.
        using var package = Package.Open(new WriteOnlyStream(target), FileMode.Create, FileAccess.Write);
        var workbook = Part(package, "/xl/workbook.xml", "sheet.main+xml");
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relation + "officeDocument", "rId1");
        Write(workbook, new Workbook(new Sheets(new Sheet { Name = "Roster", SheetId = 1, Id = "rId1" })));
        var styles = Part(package, "/xl/styles.xml", "styles+xml");
        Write(styles, WorkbookStyles.Create());
        var sheet = Part(package, "/xl/worksheets/sheet1.xml", "worksheet+xml");
        workbook.CreateRelationship(sheet.Uri, TargetMode.Internal, Relation + "worksheet", "rId1");
        workbook.CreateRelationship(styles.Uri, TargetMode.Internal, Relation + "styles", "rId2");
        WriteSheet(sheet, shifts);
    }

    private static PackagePart Part(Package package, string name, string type) =>
        package.CreatePart(new Uri(name, UriKind.Relative), Main + type, CompressionOption.Normal);

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument();
        writer.WriteElement(root);
    }

    private static void WriteSheet(PackagePart part, IEnumerable<ExportedShift> shifts)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        var cells = new SheetCells(writer);
        cells.WriteHeadings(ExportedText.Headings);
        foreach (var shift in shifts)
        {
            writer.WriteStartElement(new Row());
            cells.Write(shift.Role);
            cells.Write(shift.EmployeeNo);
            cells.Write(shift.Name);
            cells.Write(shift.Start, shift.StartOffset);
            cells.Write(shift.End, shift.EndOffset);
            cells.WriteNumber(shift.Tier.ToString(CultureInfo.InvariantCulture), WorkbookStyles.Usual);
            cells.Write(shift.Label ?? "");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
