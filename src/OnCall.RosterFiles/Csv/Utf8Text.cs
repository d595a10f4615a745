using System.Text;

namespace OnCall.RosterFiles.Csv;

/// <summary>The text of a file that must be UTF-8, or where it stops being so.</summary>
internal sealed record Utf8Text(string? Text, int BadRow, bool IsUtf16)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Utf8Text Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new Utf8Text(null, 0, IsUtf16: true);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        try
        {
            return new Utf8Text(Strict.GetString(bytes), 0, IsUtf16: false);
        }
        catch (DecoderFallbackException bad)
        {
            var before = bytes[..Math.Min(bytes.Length, Math.Max(0, bad.Index))];
            return new Utf8Text(null, 1 + before.Count((byte)'\n'), IsUtf16: false);
        }
    }
}
