using System.Globalization;
using System.Text;

namespace OnCall.Channels.Pager;

/// <summary>Text as a pager can show it, in lines that cannot be taken for commands.</summary>
internal static class PagerText
{
    private static readonly Dictionary<int, string> Plain = new()
    {
        ['‘'] = "'", ['’'] = "'", ['‚'] = "'", ['“'] = "\"", ['”'] = "\"", ['„'] = "\"", ['«'] = "\"", ['»'] = "\"",
        ['·'] = ".", ['•'] = "*", ['×'] = "x", ['ß'] = "ss", ['Æ'] = "AE", ['æ'] = "ae", ['Ø'] = "O", ['ø'] = "o", ['Œ'] = "OE", ['œ'] = "oe",
        ['Ł'] = "L", ['ł'] = "l", ['Đ'] = "D", ['đ'] = "d", ['Þ'] = "Th", ['þ'] = "th", ['ı'] = "i", ['、'] = ",", ['。'] = ".",
    };

    /// <summary>Printable ASCII only: accents dropped, dashes and quotes made plain, <c>?</c> for the rest. Line breaks become spaces.</summary>
    internal static string ToAscii(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(rune.Value is >= ' ' and <= '~' ? rune.ToString() : Spell(rune));
        }

        return plain.ToString();
    }

    /// <summary>Everything but line breaks and control characters, which become spaces.</summary>
    internal static string ToUtf8(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsBreak(rune) ? " " : rune.ToString()));

    /// <summary>Breaks at spaces, and within a word only if it is longer than a line.</summary>
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            var space = text.LastIndexOf(' ', width);
            var end = space > 0 ? space : char.IsHighSurrogate(text[width - 1]) ? width - 1 : width;
            yield return text[..end];
            text = text[end..].TrimStart();
        }

        yield return text;
    }

    private static string Spell(Rune rune) =>
        Plain.TryGetValue(rune.Value, out var plain) ? plain
        : IsBreak(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator ? " "
        : Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation || rune.Value == '−' ? "-"
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark ? ""
        : string.Concat(rune.ToString().Normalize(NormalizationForm.FormKD).Where(c => c is >= ' ' and <= '~')) is { Length: > 0 } bare ? bare
        : "?";

    private static bool IsBreak(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
