using OnCall.Fuzz.Tests.Drawing;

namespace OnCall.Fuzz.Tests.Running;

/// <summary>A reader of outside bytes.</summary>
/// <param name="Draw">Makes an input.</param>
/// <param name="Read">Reads it, and throws for whatever must not happen: what the reader is documented to throw is caught here.</param>
internal sealed record Target(string Name, Func<Chance, byte[]> Draw, Action<byte[]> Read)
{
    /// <summary>What one input may allocate, in bytes.</summary>
    public long MostBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>The input of a seed, always the same.</summary>
    public byte[] Input(ulong seed) => Draw(new Chance(seed ^ Place(Name)));

    // Two targets are not to meet the same chance at the same seed (FNV-1a).
    private static ulong Place(string name) => name.Aggregate(0xCBF29CE484222325UL, (hash, sign) => (hash ^ sign) * 0x100000001B3UL);
}
