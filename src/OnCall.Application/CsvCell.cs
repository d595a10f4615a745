using System.Buffers;

namespace OnCall.Application;

/// <summary>A cell of a CSV file by RFC 4180.</summary>
public static class CsvCell
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");

    /// <summary>A line of cells, with its end.</summary>
    public static string Row(params IEnumerable<string> cells) => string.Join(',', cells.Select(Of)) + "\r\n";

    /// <summary>The text, quoted where a reader would take it apart or trim it.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // A spreadsheet would run it as a formula. Behind a space it is text to every spreadsheet, and readers of rosters trim the space.
        var plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? " " + text : text;
        return plain.AsSpan().IndexOfAny(Quoted) < 0 && !plain.StartsWith(' ') && !plain.EndsWith(' ')
            ? plain
            : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
