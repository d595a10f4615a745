using System.Text;

namespace OnCall.RosterFiles.Encodings;

/// <summary>
/// Tells Shift_JIS, GB 18030 and Windows-1252 apart. First by the headings that become readable; then by how usual the
/// characters are that come out: each of the three makes rare ones of the others' text.
/// </summary>
internal static class EncodingGuess
{
    private const double Unusual = 0.2;

    /// <summary>Null when none makes sense of the bytes.</summary>
    public static string? Of(ReadOnlySpan<byte> sample, Func<string, int> knownWords)
    {
        var possible = new List<(string Name, int Known, double Usual, bool IsHalfWidth)>();
        foreach (var name in (string[])[TextEncodings.Windows1252, TextEncodings.ShiftJis, TextEncodings.Gb18030])
        {
            var strict = TextEncodings.Find(name)!.Value.Strict;
            if (TryDecode(sample, strict) is { } text)
            {
                possible.Add((name, knownWords(text), Usualness(text, name, strict), IsHalfWidth(text)));
            }
        }

        // Headings in plain English are known under all of them and tell nothing.
        var most = possible.Count == 0 ? 0 : possible.Max(p => p.Known);
        var wordsTell = possible.Exists(p => p.Known < most);
        var best = possible.FindAll(p => p.Known == most && (wordsTell || p.Usual > Unusual)) is { Count: > 0 } likely ? likely.MaxBy(p => p.Usual).Name : null;

        // The bytes of half-width katakana are everyday Chinese characters too, and a short text does not tell which.
        return best == TextEncodings.Gb18030 && !wordsTell && possible.Exists(p => p.IsHalfWidth) ? null : best;
    }

    // A word of it has two letters at least: the dash of GB18030 reads as one beside a C.
    private static bool IsHalfWidth(string text) =>
        text.All(c => c < 0x80 || IsKatakana(c)) && text.Zip(text.Skip(1)).Any(pair => IsKatakana(pair.First) && IsKatakana(pair.Second));

    private static bool IsKatakana(char c) => c is >= '\uFF61' and <= '\uFF9F';

    private static string? TryDecode(ReadOnlySpan<byte> sample, Encoding strict)
    {
        var decoder = strict.GetDecoder();
        var text = new char[sample.Length + 1];
        try
        {
            // A character that the end of the sample cuts in two is left in the decoder.
            return new string(text, 0, decoder.GetChars(sample, text, flush: false));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>From -1 to 1, over the characters that are not ASCII.</summary>
    private static double Usualness(string text, string name, Encoding strict)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 0x80)
            {
                sum += name == TextEncodings.Windows1252 ? Western(text, i) : Eastern(text[i], name, strict);
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>An accented letter stands among plain ones; two together are rare, and three are none of this encoding.</summary>
    private static double Western(string text, int at)
    {
        var beside = (at > 0 && text[at - 1] >= 0x80 ? 1 : 0) + (at + 1 < text.Length && text[at + 1] >= 0x80 ? 1 : 0);
        return char.IsLetter(text[at]) && text[at] <= 'ÿ' ? 1 - beside : text[at] is '–' or '—' or '’' or '°' or '“' or '”' or '€' ? 0.5 : -1;
    }

    private static double Eastern(char c, string name, Encoding strict) => c switch
    {
        >= '\u3041' and <= '\u30FE' => name == TextEncodings.ShiftJis ? 1 : -0.2,
        >= '\uFF61' and <= '\uFF9F' => -0.5,
        >= '\u3000' and <= '\u303F' or >= '\uFF01' and <= '\uFF5E' or '–' or '—' or '―' => 0.5,
        >= '\u4E00' and <= '\u9FFF' => IsOfFirstLevel(c, name, strict) ? 0.8 : -0.8,
        _ => -1,
    };

    /// <summary>The everyday characters of both standards come first in their tables: rows 16 to 47 of JIS X 0208, 16 to 55 of GB 2312.</summary>
    private static bool IsOfFirstLevel(char c, string name, Encoding strict)
    {
        var bytes = strict.GetBytes([c]);
        return bytes is [var lead, var trail] && (name == TextEncodings.ShiftJis
            ? lead is >= 0x88 and <= 0x97 || (lead == 0x98 && trail <= 0x72)
            : lead is >= 0xB0 and <= 0xD7 && trail >= 0xA1);
    }
}
