using System.Buffers;
using System.Text;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>
/// Puts folded lines together, RFC 5545 section 3.1. Works on octets, because a fold may stand within a character.
/// Lines may end with CRLF, LF or CR, and blank ones count for nothing.
/// </summary>
internal static class Unfolding
{
    /// <summary>In octets, unfolded.</summary>
    public const int Longest = 64 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines of a file, or more than <paramref name="most"/> of them.</summary>
    public static IReadOnlyList<UnfoldedLine> Of(ReadOnlySpan<byte> file, int most = int.MaxValue)
    {
        var lines = new List<UnfoldedLine>();
        var joined = new ArrayBufferWriter<byte>(256);
        var (begun, number) = (0, 0);
        var rest = file.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? file[3..] : file;
        while (!rest.IsEmpty && lines.Count <= most)
        {
            number++;
            var line = Next(ref rest);
            if (line.IsEmpty)
            {
                continue;
            }

            var isFolded = begun > 0 && (line[0] is (byte)' ' or (byte)'\t');
            if (!isFolded && begun > 0)
            {
                lines.Add(Whole(begun, joined.WrittenSpan));
                joined.ResetWrittenCount();
            }

            begun = isFolded ? begun : number;
            if (joined.WrittenCount <= Longest)
            {
                joined.Write(isFolded ? line[1..] : line);
            }
        }

        if (begun > 0)
        {
            lines.Add(Whole(begun, joined.WrittenSpan));
        }

        return lines;
    }

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            var last = rest;
            rest = [];
            return last;
        }

        var line = rest[..end];
        rest = rest[(end + (rest[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        return line;
    }

    private static UnfoldedLine Whole(int number, ReadOnlySpan<byte> octets)
    {
        if (octets.Length > Longest)
        {
            return new UnfoldedLine(number, null, IsTooLong: true);
        }

        try
        {
            return new UnfoldedLine(number, Strict.GetString(octets));
        }
        catch (DecoderFallbackException)
        {
            return new UnfoldedLine(number, null);
        }
    }
}
