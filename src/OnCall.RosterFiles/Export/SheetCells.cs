using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace OnCall.RosterFiles.Export;

/// <summary>Writes the cells of a sheet. Texts stand in their cells and are typed as texts, so that none is ever taken for a formula.</summary>
internal sealed class SheetCells(OpenXmlWriter writer)
{
    private static readonly LocalDateTime DayZero = new(1899, 12, 30, 0, 0);

    // The date system has a day too many before that.
    private static readonly LocalDateTime First = new(1900, 3, 1, 0, 0);

    public void WriteHeadings(IEnumerable<string> headings)
    {
        writer.WriteStartElement(new Row());
        foreach (var heading in headings)
        {
            WriteText(heading, WorkbookStyles.Heading);
        }

        writer.WriteEndElement();
    }

    public void Write(string text) => WriteText(text, WorkbookStyles.Usual);

    /// <summary>A real date and time; a text where a number could not say the same.</summary>
    public void Write(LocalDateTime local, Offset? offset)
    {
        if (offset is not null || local < First || local.TickOfDay % NodaConstants.TicksPerSecond != 0)
        {
            WriteText(ExportedText.Moment(local, offset), WorkbookStyles.Usual);
            return;
        }

        var days = Period.Between(DayZero, local, PeriodUnits.Seconds).Seconds / (double)NodaConstants.SecondsPerDay;
        WriteNumber(days.ToString("R", CultureInfo.InvariantCulture), WorkbookStyles.DateAndTime);
    }

    public void WriteNumber(string value, int style) =>
        writer.WriteElement(new Cell(new CellValue(value)) { StyleIndex = (uint)style });

    private void WriteText(string text, int style)
    {
        var content = new Text(Escaped(text));
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
        {
            content.Space = SpaceProcessingModeValues.Preserve;
        }

        writer.WriteElement(new Cell(new InlineString(content)) { DataType = CellValues.InlineString, StyleIndex = (uint)style });
    }

    // ECMA-376 part 1, 22.9.2.19: _x000B_ for what XML cannot hold; also the underscore of what would be read as such.
    private static string Escaped(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnwritable(text[i]) || (text[i] == '_' && IsEscape(text.AsSpan(i))))
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            }
            else
            {
                written.Append(text[i]);
            }
        }

        return written.ToString();
    }

    private static bool IsUnwritable(char sign) => (sign < ' ' && sign is not ('\t' or '\n')) || sign is '\uFFFE' or '\uFFFF';

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text is ['_', 'x', var a, var b, var c, var d, '_', ..] && char.IsAsciiHexDigit(a) && char.IsAsciiHexDigit(b) && char.IsAsciiHexDigit(c) && char.IsAsciiHexDigit(d);
}
