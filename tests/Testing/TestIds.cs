using OnCall.Application;

namespace OnCall.Testing;

/// <summary>
/// Ids that are the same in every run: …0001, …0002, and so on. A second source in one test takes another
/// <paramref name="series"/>, so that the two never meet.
/// </summary>
public sealed class TestIds(int series = 1) : IIdSource
{
    private long _ids;
    private long _bits;

    public Guid NewId()
    {
        var number = Interlocked.Increment(ref _ids);
        return new Guid(series, 0, 0x7000, 0x80, 0, Byte(number, 40), Byte(number, 32), Byte(number, 24), Byte(number, 16), Byte(number, 8), Byte(number, 0));
    }

    /// <summary>Well spread but repeatable: SplitMix64 over a counter, so that short references cut from them differ.</summary>
    public ulong NewBits()
    {
        var bits = unchecked((ulong)(Interlocked.Increment(ref _bits) + series) * 0x9E3779B97F4A7C15UL);
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return bits ^ (bits >> 31);
    }

    private static byte Byte(long number, int shift) => unchecked((byte)(number >> shift));
}
