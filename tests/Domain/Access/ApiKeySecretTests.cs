using OnCall.Domain.Access;
using Xunit;

namespace OnCall.Domain.Tests.Access;

public sealed class ApiKeySecretTests
{
    [Fact]
    public void All_256_bits_are_in_the_key()
    {
        ulong[] bits = [1, 2, 3, 4];
        var keys = new HashSet<string>(StringComparer.Ordinal) { Key(bits) };
        for (var i = 0; i < 256; i++)
        {
            var flipped = (ulong[])bits.Clone();
            flipped[i / 64] ^= 1UL << (i % 64);
            Assert.True(keys.Add(Key(flipped)));
        }

        Assert.All(keys, k => Assert.Matches("^oc_[A-Za-z0-9_-]{43}$", k));
    }

    // The digest is of NIST's example "abc" (FIPS 180-2, appendix B.1).
    [Fact]
    public void Only_the_sha_256_of_a_key_is_kept() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ApiKeySecret.Hash("abc"));

    private static string Key(ulong[] bits) => ApiKeySecret.FromBits(bits[0], bits[1], bits[2], bits[3]);
}
