using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Csv;

/// <summary>Finds what separates the columns: the one under which most headings are known, counted outside quotes.</summary>
internal static class Delimiter
{
    private static readonly char[] Usual = [',', ';', '\t'];

    /// <summary>Also answers how much of the text is the spreadsheet's own <c>sep=;</c> line, which is no row.</summary>
    public static (char Delimiter, int Skip) Of(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        if (line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            var next = end < 0 ? text.Length : end + (text.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
            return (line[4], next);
        }

        var headings = FirstRecord(text);
        return (Usual.MaxBy(delimiter => (Known(headings, delimiter), Split(headings, delimiter).Count)), 0);
    }

    private static int Known(string headings, char delimiter) =>
        Split(headings, delimiter).Count(cell => Headings.Meaning(cell) is not null);

    private static string FirstRecord(string text)
    {
        var quoted = false;
        var begun = false;
        for (var i = 0; i < text.Length && i < 10_000; i++)
        {
            quoted ^= text[i] == '"';
            begun |= !char.IsWhiteSpace(text[i]);
            if (begun && !quoted && (text[i] is '\r' or '\n'))
            {
                return text[..i];
            }
        }

        return text[..Math.Min(text.Length, 10_000)];
    }

    private static List<string> Split(string record, char delimiter)
    {
        var cells = new List<string>();
        var (quoted, start) = (false, 0);
        for (var i = 0; i < record.Length; i++)
        {
            quoted ^= record[i] == '"';
            if (!quoted && record[i] == delimiter)
            {
                cells.Add(record[start..i]);
                start = i + 1;
            }
        }

        cells.Add(record[start..]);
        return cells;
    }
}
