using System.Globalization;
using System.Text;

namespace OnCall.Application.Access.Passwords;

/// <summary>
/// Distinguished names (RFC 4514) that mean the same, written the same way, so that a name in a setting and one from a directory can be
/// compared as text.
/// </summary>
public static class DistinguishedName
{
    /// <summary>
    /// Lower-case, without spaces around its marks, with inner spaces as one, the parts of a multi-valued step in order, and every escape
    /// written alike. What is no such name comes back trimmed and lower-case.
    /// </summary>
    public static string Normal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var steps = Cut(name, ",;").Select(step => Cut(step, "+").Select(Part).ToArray()).ToArray();
        return steps.Any(step => step.Any(part => part is null))
            ? name.Trim().ToLowerInvariant()
            : string.Join(',', steps.Select(step => string.Join('+', step.Order(StringComparer.Ordinal))));
    }

    private static string? Part(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && text[..equals].Trim() is { Length: > 0 } type && Value(TrimEnds(text[(equals + 1)..])) is { } value
            ? $"{type.ToLowerInvariant()}={Escaped(value)}"
            : null;
    }

    // A space at the end that is escaped belongs to the value.
    private static string TrimEnds(string text)
    {
        var trimmed = text.Trim(' ');
        var marks = trimmed.Length - trimmed.TrimEnd('\\').Length;
        return marks % 2 == 1 && text.TrimStart(' ').Length > trimmed.Length ? trimmed + ' ' : trimmed;
    }

    private static List<string> Cut(string text, string marks)
    {
        var (parts, start, quoted) = (new List<string>(), 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && marks.Contains(text[i], StringComparison.Ordinal))
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    // Without escapes and quotes; null for an escape that is none.
    private static string? Value(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                var length = char.IsSurrogatePair(text, i) ? 2 : 1;
                bytes.AddRange(text[i] == '"' ? [] : Encoding.UTF8.GetBytes(text, i, length));
                i += length - 1;
            }
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                bytes.Add(octet);
                i += 2;
            }
            else if (i + 1 < text.Length)
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, ++i, 1));
            }
            else
            {
                return null;
            }
        }

        var value = Encoding.UTF8.GetString([.. bytes]).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            text.Append(c is ',' or ';' or '+' or '=' or '"' or '\\' or '<' or '>' or '#' || char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\{(int)c:x2}") : c);
        }

        return text.ToString();
    }
}
