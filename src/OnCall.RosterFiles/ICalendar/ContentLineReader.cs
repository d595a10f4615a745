using System.Text;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Takes a content line apart: name, parameters, value. RFC 5545 section 3.1, and RFC 6868 for what a parameter escapes.</summary>
internal static class ContentLineReader
{
    /// <summary>Null when it is no content line.</summary>
    public static ContentLine? Read(int number, string text)
    {
        var at = NameEnd(text, 0);
        if (at == 0)
        {
            return null;
        }

        var name = text[..at].ToUpperInvariant();
        var parameters = new List<(string Name, string Value)>();
        while (at < text.Length && text[at] == ';')
        {
            if (ReadParameter(text, at + 1, parameters) is not { } end)
            {
                return null;
            }

            at = end;
        }

        return at < text.Length && text[at] == ':' ? new ContentLine(number, name, parameters, text[(at + 1)..]) : null;
    }

    private static int NameEnd(string text, int from)
    {
        while (from < text.Length && (char.IsAsciiLetterOrDigit(text[from]) || text[from] == '-'))
        {
            from++;
        }

        return from;
    }

    private static int? ReadParameter(string text, int from, List<(string Name, string Value)> parameters)
    {
        var at = NameEnd(text, from);
        if (at == from || at == text.Length || text[at] != '=')
        {
            return null;
        }

        var name = text[from..at].ToUpperInvariant();
        do
        {
            if (ReadValue(text, at + 1) is not { } read)
            {
                return null;
            }

            parameters.Add((name, Unescaped(read.Value)));
            at = read.End;
        }
        while (at < text.Length && text[at] == ',');
        return at;
    }

    private static (string Value, int End)? ReadValue(string text, int from)
    {
        if (from < text.Length && text[from] == '"')
        {
            var close = CloseOf(text, from);
            return close < 0 ? null : (text[(from + 1)..close].Replace("\\\"", "\"", StringComparison.Ordinal), close + 1);
        }

        var length = text.AsSpan(from).IndexOfAny(';', ':', ',');
        var end = length < 0 ? text.Length : from + length;
        return text.AsSpan(from, end - from).Contains('"') ? null : (text[from..end], end);
    }

    // Some programs put a backslash before a quote, and then only a quote with a delimiter behind it ends the value.
    private static int CloseOf(string text, int open)
    {
        var close = text.IndexOf('"', open + 1);
        while (close > 0 && text[close - 1] == '\\' && close + 1 < text.Length && text[close + 1] is not (';' or ':' or ','))
        {
            close = text.IndexOf('"', close + 1);
        }

        return close;
    }

    private static string Unescaped(string value)
    {
        if (!value.Contains('^', StringComparison.Ordinal))
        {
            return value;
        }

        var plain = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var meant = value[i] != '^' || i + 1 == value.Length ? null : value[i + 1] switch
            {
                'n' => "\n",
                '^' => "^",
                '\'' => "\"",
                _ => null,
            };
            plain.Append(meant ?? value[i].ToString());
            i += meant is null ? 0 : 1;
        }

        return plain.ToString();
    }
}
