using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OnCall.Ldap;

/// <summary>Search filters (RFC 4515) with values put in.</summary>
internal static partial class LdapFilter
{
    private const string Place = "{0}";

    private static readonly SearchValues<char> Marks = SearchValues.Create(@"\*()");

    internal static string With(string template, string value) => template.Replace(Place, Escaped(value), StringComparison.Ordinal);

    /// <summary>Nothing in it is a mark of a filter any more (RFC 4515 §3).</summary>
    internal static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            text.Append(Marks.Contains(c) || char.IsAsciiLetterOrDigit(c) is false && c < ' ' || c == '\x7f'
                ? string.Create(CultureInfo.InvariantCulture, $"\\{(int)c:x2}")
                : c);
        }

        return text.ToString();
    }

    internal static bool IsTemplate(string? filter)
    {
        if (filter is not ['(', .., ')'] || !filter.Contains(Place, StringComparison.Ordinal))
        {
            return false;
        }

        var open = 0;
        for (var i = 0; i < filter.Length; i++)
        {
            open += filter[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (open == 0 && i < filter.Length - 1)
            {
                return false;
            }
        }

        return open == 0;
    }

    internal static bool IsAttribute(string? name) => name is not null && Attribute().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]{0,99}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Attribute();
}
