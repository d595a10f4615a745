using System.Globalization;
using System.Xml;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Excel;

/// <summary>Reads the rows of one sheet in a single pass (ECMA-376 part 1, 18.3).</summary>
internal sealed class XlsxRows(XmlReader reader, List<string> strings, CellStyles styles, bool since1904)
{
    private readonly CellContent _content = new(reader);
    private readonly List<string> _cells = [];

    public IEnumerable<TableRow> Read()
    {
        var number = 0;
        while (reader.Next() && reader is not { NodeType: XmlNodeType.EndElement, LocalName: "sheetData" })
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            var written = reader.GetAttribute("r");
            var next = written is null ? number + 1 : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
            if (next <= number || next > SheetBounds.Rows)
            {
                throw WorkbookFault.Corrupt($"row '{written}' stands after row {number}");
            }

            number = next;
            var isHidden = reader.GetAttribute("hidden") is "1" or "true";
            ReadCells(number);
            if (_cells.Count > 0)
            {
                yield return new TableRow(number, [.. _cells]) { IsHidden = isHidden };
            }
        }
    }

    private void ReadCells(int row)
    {
        _cells.Clear();
        if (reader.IsEmptyElement)
        {
            return;
        }

        var (depth, column) = (reader.Depth, -1);
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            column = reader.GetAttribute("r") is { } reference ? SheetBounds.Column(reference) : column + 1;
            if (column < 0)
            {
                throw WorkbookFault.Corrupt($"a cell of row {row} says that it is '{reader.GetAttribute("r")}'");
            }

            if (ReadCell() is { Length: > 0 } text)
            {
                Put(column, text, row);
            }
        }
    }

    private void Put(int column, string text, int row)
    {
        SheetBounds.CheckColumn(column, row);
        while (_cells.Count <= column)
        {
            _cells.Add("");
        }

        _cells[column] = text;
    }

    private string? ReadCell()
    {
        var (type, style) = (reader.GetAttribute("t"), reader.GetAttribute("s"));
        if (reader.IsEmptyElement)
        {
            return null;
        }

        string? value = null;
        var hasFormula = false;
        var depth = reader.Depth;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                value = _content.Plain();
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "f" })
            {
                hasFormula = true;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                value = _content.Rich();
            }
        }

        // Libraries that write formulas leave the result to the spreadsheet program.
        return value is not null ? Text(type, style, value) : hasFormula ? CellErrors.NoResult : null;
    }

    private string Text(string? type, string? style, string value) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < strings.Count
            ? strings[place]
            : throw WorkbookFault.Corrupt($"a cell refers to text {value}, and there are {strings.Count}"),
        "b" => CellText.Of(value == "1"),
        "str" or "inlineStr" or "e" => value,
        "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) && value.Contains('-', StringComparison.Ordinal)
            ? CellText.Of(moment, styles.Kind(style))
            : value,
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? CellText.Of(number, styles.Kind(style), since1904)
            : value,
    };
}
