using System.Globalization;
using System.Xml;

namespace OnCall.RosterFiles.Excel;

/// <summary>What the styles of a workbook make of numbers, by the number of the style.</summary>
internal sealed class CellStyles
{
    private const long LargestPart = 64L * 1024 * 1024;

    private readonly Dictionary<int, CellFormatKind> _formats = [];
    private readonly List<CellFormatKind> _styles = [];

    public static CellStyles Of(PackageParts parts, string? part)
    {
        var styles = new CellStyles();
        using var reader = part is null ? null : parts.Open(part, LargestPart);
        var isCellStyle = false;
        while (reader?.Next() == true)
        {
            if (reader.LocalName == "cellXfs")
            {
                isCellStyle = reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && Number(reader, "numFmtId") is { } id)
            {
                styles._formats[id] = CellFormats.Of(reader.GetAttribute("formatCode"));
            }
            else if (isCellStyle && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var format = Number(reader, "numFmtId") ?? 0;
                styles._styles.Add(styles._formats.TryGetValue(format, out var kind) ? kind : CellFormats.BuiltIn(format));
            }
        }

        return styles;
    }

    public CellFormatKind Kind(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < _styles.Count ? _styles[place] : CellFormatKind.Number;

    private static int? Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
