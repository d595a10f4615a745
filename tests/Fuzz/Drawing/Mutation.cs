using System.Buffers.Binary;

namespace OnCall.Fuzz.Tests.Drawing;

/// <summary>Damages what was good.</summary>
internal static class Mutation
{
    private const int Longest = 128 * 1024;

    /// <summary>One of the samples, changed in some places; rarely as it is, or nothing but noise.</summary>
    public static byte[] Of(Chance chance, IReadOnlyList<byte[]> samples)
    {
        var bytes = chance.OneIn(50) ? chance.Bytes(chance.Below(300)) : chance.Of(samples);
        if (chance.OneIn(100))
        {
            return bytes;
        }

        for (var changes = chance.Few(); changes > 0; changes--)
        {
            bytes = Changed(chance, bytes, samples);
        }

        return bytes.Length > Longest ? bytes[..Longest] : bytes;
    }

    private static byte[] Changed(Chance chance, byte[] bytes, IReadOnlyList<byte[]> samples)
    {
        var at = chance.Below(bytes.Length + 1);
        var length = Math.Min(chance.OneIn(4) ? chance.Below(bytes.Length + 1) : chance.Below(12), bytes.Length - at);
        return chance.Below(11) switch
        {
            0 => Set(bytes, at, b => (byte)(b ^ (1 << chance.Below(8)))),
            1 => Set(bytes, at, _ => (byte)chance.Bits()),
            2 => Cut(bytes, at, length),
            3 => Put(bytes, at, bytes.AsSpan(at, length), 0),
            4 => Put(bytes, at, chance.Bytes(chance.Below(9)), 0),
            5 => Put(bytes, at, chance.Of(Pieces.All), 0),
            6 => Put(bytes, at, chance.Of(Pieces.All), length),
            7 => Spliced(chance, bytes, at, chance.Of(samples)),
            8 => chance.OneIn(3) ? bytes[..at] : Number(chance, bytes, at),
            9 => Number(chance, bytes, at),
            _ => Put(bytes, at, Repeated(chance.Of(Pieces.All), chance.Below(chance.OneIn(10) ? 4_000 : 40)), 0),
        };
    }

    private static byte[] Set(byte[] bytes, int at, Func<byte, byte> change)
    {
        var changed = bytes.ToArray();
        if (at < changed.Length)
        {
            changed[at] = change(changed[at]);
        }

        return changed;
    }

    private static byte[] Cut(byte[] bytes, int at, int length) => [.. bytes[..at], .. bytes[(at + length)..]];

    private static byte[] Put(byte[] bytes, int at, ReadOnlySpan<byte> piece, int instead) => [.. bytes[..at], .. piece, .. bytes[(at + instead)..]];

    private static byte[] Spliced(Chance chance, byte[] bytes, int at, byte[] other) => [.. bytes[..at], .. other[chance.Below(other.Length + 1)..]];

    private static byte[] Repeated(byte[] piece, int times)
    {
        var all = new byte[piece.Length * times];
        for (var i = 0; i < times; i++)
        {
            piece.CopyTo(all, i * piece.Length);
        }

        return all;
    }

    // Lengths, counts and places, as binary formats write them.
    private static byte[] Number(Chance chance, byte[] bytes, int at)
    {
        var changed = bytes.ToArray();
        long[] odd = [0, 1, -1, 127, 128, 255, 256, 32767, 65535, 65536, int.MaxValue, int.MinValue, 1 << 24, changed.Length, changed.Length - at];
        var number = chance.Of(odd);
        if (chance.OneIn(2) && at + 2 <= changed.Length)
        {
            BinaryPrimitives.WriteInt16LittleEndian(changed.AsSpan(at), (short)number);
        }
        else if (at + 4 <= changed.Length)
        {
            BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), (int)number);
        }

        return changed;
    }
}
