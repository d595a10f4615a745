using System.Text;

namespace OnCall.RosterFiles.Encodings;

/// <summary>
/// Turns the bytes of a text file into text: by the encoding that is told, by its byte order mark, as UTF-8 when it is that, else
/// by what makes most sense of it.
/// </summary>
internal static class TextDecoder
{
    /// <summary>Enough to tell an encoding by.</summary>
    private const int Sample = 256 * 1024;

    /// <param name="encoding">By name; null to tell it by the bytes. An unknown name decodes nothing.</param>
    /// <param name="knownWords">How many words of a roster's headings a text begins with: the strongest evidence there is.</param>
    public static DecodedText Read(ReadOnlySpan<byte> bytes, string? encoding, Func<string, int> knownWords)
    {
        var (marked, mark) = Mark(bytes);
        if (encoding is { Length: > 0 })
        {
            return TextEncodings.Find(encoding) is { } told
                ? Decode(bytes[(marked == told.Name ? mark : 0)..], told.Name)
                : new DecodedText(null, "unknown", 0);
        }

        if (marked is not null)
        {
            return Decode(bytes[mark..], marked);
        }

        if (Utf16Of(bytes) is { } wide)
        {
            return Decode(bytes, wide);
        }

        var utf8 = Decode(bytes, TextEncodings.Utf8);
        if (utf8.Text is not null)
        {
            return utf8;
        }

        return EncodingGuess.Of(bytes[..Math.Min(bytes.Length, Sample)], knownWords) is { } guessed
            ? Decode(bytes, guessed)
            : utf8 with { Encoding = "unknown" };
    }

    /// <summary>Whether the bytes can be a text at all: no zero bytes but those of UTF-16.</summary>
    public static bool IsText(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        return !head.Contains((byte)0) || Mark(head).Name is not null || Utf16Of(head) is not null;
    }

    private static (string? Name, int Length) Mark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (TextEncodings.Utf8, 3),
        [0xFF, 0xFE, ..] => (TextEncodings.Utf16Little, 2),
        [0xFE, 0xFF, ..] => (TextEncodings.Utf16Big, 2),
        [0x84, 0x31, 0x95, 0x33, ..] => (TextEncodings.Gb18030, 4),
        _ => (null, 0),
    };

    /// <summary>
    /// Digits, separators and line ends have a zero byte in UTF-16, always on the same side. The few signs that have it on the other are
    /// such as the wide space between Japanese names.
    /// </summary>
    private static string? Utf16Of(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var enough = Math.Max(2, head.Length / 2 / 10);
        return odd >= enough && even <= odd / 8 ? TextEncodings.Utf16Little : even >= enough && odd <= even / 8 ? TextEncodings.Utf16Big : null;
    }

    private static DecodedText Decode(ReadOnlySpan<byte> bytes, string name)
    {
        var strict = TextEncodings.Find(name)!.Value.Strict;
        try
        {
            return new DecodedText(strict.GetString(bytes), name, 0);
        }
        catch (DecoderFallbackException bad)
        {
            return new DecodedText(null, name, LineOf(bytes, bad.Index, strict));
        }
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int index, Encoding encoding)
    {
        var before = bytes[..Math.Clamp(index, 0, bytes.Length)];
        if (encoding is not UnicodeEncoding)
        {
            return 1 + before.Count((byte)'\n');
        }

        var lines = 1;
        var feed = encoding.GetBytes("\n");
        for (var i = 0; i + 1 < before.Length; i += 2)
        {
            lines += before[i] == feed[0] && before[i + 1] == feed[1] ? 1 : 0;
        }

        return lines;
    }
}
