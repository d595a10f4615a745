using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace OnCall.RosterFiles.Excel;

/// <summary>Reads the texts within an element, no longer than a cell may be.</summary>
internal sealed partial class CellContent(XmlReader reader)
{
    /// <summary>The longest text that a spreadsheet keeps in a cell, in characters.</summary>
    private const int Longest = 32_767;

    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _text = new();

    /// <summary>The text of the element that the reader stands on, which is left at its end.</summary>
    public string Plain()
    {
        _text.Clear();
        Append();
        return _text.ToString();
    }

    /// <summary>The text of all runs of the element that the reader stands on; without how they are pronounced.</summary>
    public string Rich()
    {
        _text.Clear();
        var depth = reader.Depth;
        var moved = reader.IsEmptyElement || reader.Next();
        while (moved && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                reader.ToEnd();
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                Append();
            }

            moved = reader.Next();
        }

        var text = _text.ToString();
        return text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, Unescaped) : text;
    }

    private void Append()
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                for (var read = 1; read > 0;)
                {
                    read = reader.ReadValueChunk(_buffer, 0, _buffer.Length);
                    _text.Append(_buffer, 0, read);
                    if (_text.Length > Longest)
                    {
                        throw WorkbookFault.Corrupt($"a cell holds more than {Longest} characters");
                    }
                }
            }
        }
    }

    private static string Unescaped(Match match) =>
        ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    // ECMA-376 part 1, 22.9.2.19: what XML cannot hold is written _x000D_.
    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
