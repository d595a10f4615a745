namespace OnCall.Fuzz.Tests.Drawing;

/// <summary>Chance by a seed, the same on every machine and in every version of the runtime (SplitMix64).</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public ulong Bits()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 up to, and without, <paramref name="end"/>.</summary>
    public int Below(int end) => end <= 1 ? 0 : (int)(Bits() % (ulong)end);

    public bool OneIn(int times) => Below(times) == 0;

    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    /// <summary>Mostly few.</summary>
    public int Few() => 1 + Below(1 + Below(8));

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = (byte)Bits();
        }

        return bytes;
    }
}
