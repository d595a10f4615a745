using NodaTime;

namespace OnCall.Simulation.Tests.Turns;

/// <summary>
/// The one source of chance of a run: SplitMix64 (Steele, Lea, Flood 2014), written out so that a seed means the same on every machine and runtime.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            var bits = _state += 0x9E3779B97F4A7C15UL;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
            return bits ^ (bits >> 31);
        }
    }

    /// <summary>From 0 to <paramref name="bound"/>, exclusive.</summary>
    public int Below(int bound) => (int)(((UInt128)Next() * (uint)bound) >> 64);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Whole milliseconds, both ends inclusive.</summary>
    public Duration Between(Duration least, Duration most) =>
        least + Duration.FromMilliseconds(Below((int)(most - least).TotalMilliseconds + 1));

    public bool OneIn(int cases) => cases > 0 && Below(cases) == 0;

    public bool Percent(int hundredths) => Below(100) < hundredths;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>A source of its own, so that what one part draws does not move what another part draws.</summary>
    public Chance Fork() => new(Next());
}
