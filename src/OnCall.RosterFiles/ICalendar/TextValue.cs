using System.Text;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Texts as a calendar escapes them, RFC 5545 section 3.3.11.</summary>
internal static class TextValue
{
    public static string Unescape(string value)
    {
        var plain = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isEscaped = value[i] == '\\' && i + 1 < value.Length && "\\;,nN".Contains(value[i + 1], StringComparison.Ordinal);
            i += isEscaped ? 1 : 0;
            plain.Append(isEscaped && char.ToLowerInvariant(value[i]) == 'n' ? '\n' : value[i]);
        }

        return plain.ToString();
    }

    /// <summary>The texts of a list, without those that are empty.</summary>
    public static IEnumerable<string> List(string value)
    {
        var start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i == value.Length || value[i] == ',')
            {
                if (Unescape(value[start..i]).Trim() is { Length: > 0 } text)
                {
                    yield return text;
                }

                start = i + 1;
            }
            else if (value[i] == '\\')
            {
                i = Math.Min(i + 1, value.Length - 1);
            }
        }
    }

    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
