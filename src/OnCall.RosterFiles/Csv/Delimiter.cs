using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Csv;

/// <summary>What separates the columns of a text and what quotes its values.</summary>
/// <param name="Skip">How much of the text is a spreadsheet's own <c>sep=;</c> line, which is no row.</param>
internal sealed record Delimiter(char Separator, char Quote, int Skip)
{
    private const int Looked = 30;
    private const int Longest = 64 * 1024;
    private static readonly char[] Usual = [',', ';', '\t', '|', '^', '~'];

    /// <summary>As it is shown, and as it can be told.</summary>
    public string Written => Separator == '\t' ? "tab" : Separator.ToString();

    /// <summary>
    /// The separator under which most headings are known in one of the first rows, counted outside quotes; among equals the
    /// one that makes most columns.
    /// </summary>
    /// <param name="told">One ASCII character, or <c>tab</c>; null to find it.</param>
    public static Delimiter Of(string text, string? told)
    {
        var (separator, skip) = OwnLine(text);
        var head = Head(text, skip);
        var chosen = Told(told) ?? separator ?? Usual.MaxBy(c => Best(head, c));
        return new Delimiter(chosen, QuoteOf(head, chosen), skip);
    }

    /// <summary>Null for what is no separator.</summary>
    public static char? Told(string? told) => told?.Trim(' ').ToLowerInvariant() switch
    {
        null or "" => null,
        "tab" or "\\t" => '\t',
        "comma" => ',',
        "semicolon" => ';',
        [var one] when char.IsAscii(one) && !char.IsAsciiLetterOrDigit(one) && one is not ('"' or '\'' or '\r' or '\n' or '\0') => one,
        _ => null,
    };

    /// <summary>How many headings are known in the row that has most, under the best separator.</summary>
    public static int KnownHeadings(string text)
    {
        var head = Head(text, OwnLine(text).Skip);
        return Usual.Max(c => Best(head, c).Known);
    }

    private static (char? Separator, int Skip) OwnLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        if (line.Length != 5 || !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return (null, 0);
        }

        return (line[4], end < 0 ? text.Length : end + (text.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1));
    }

    private static (int Known, int Columns) Best(List<string> head, char separator)
    {
        var best = (Known: 0, Columns: 0);
        foreach (var record in head)
        {
            var cells = Split(record, separator);
            var found = (cells.Count(cell => Headings.Meaning(cell) is not null), cells.Count);
            best = found.CompareTo(best) > 0 ? found : best;
        }

        return best;
    }

    /// <summary>Some programs quote with the apostrophe: then all headings have one on either side.</summary>
    private static char QuoteOf(List<string> head, char separator) =>
        head.Select(record => Split(record, separator)).Any(cells => cells.Count > 2 && cells.TrueForAll(cell => cell.Trim() is ['\'', .., '\''])) ? '\'' : '"';

    private static List<string> Head(string text, int skip)
    {
        var records = new List<string>();
        var (quoted, start) = (false, skip);
        for (var i = skip; i < text.Length && i < skip + Longest && records.Count < Looked; i++)
        {
            quoted ^= text[i] == '"';
            if (!quoted && text[i] is '\r' or '\n')
            {
                Add(records, text[start..i]);
                start = i + 1;
            }
        }

        if (records.Count < Looked)
        {
            Add(records, text[start..Math.Min(text.Length, start + Longest)]);
        }

        return records;
    }

    private static void Add(List<string> records, string record)
    {
        if (!string.IsNullOrWhiteSpace(record))
        {
            records.Add(record);
        }
    }

    private static List<string> Split(string record, char separator)
    {
        var cells = new List<string>();
        var (quoted, start) = (false, 0);
        for (var i = 0; i < record.Length; i++)
        {
            quoted ^= record[i] == '"';
            if (!quoted && record[i] == separator)
            {
                cells.Add(record[start..i]);
                start = i + 1;
            }
        }

        cells.Add(record[start..]);
        return cells;
    }
}
