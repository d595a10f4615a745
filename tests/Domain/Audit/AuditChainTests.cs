using NodaTime;
using OnCall.Domain.Audit;
using Xunit;

namespace OnCall.Domain.Tests.Audit;

/// <summary>The bytes that are hashed. The expected hashes were computed with Python's hashlib and struct from the words of <see cref="AuditChain"/>.</summary>
public sealed class AuditChainTests
{
    private static readonly Instant Half = Instant.FromUtc(2026, 11, 27, 8, 30);
    private static readonly StoredAuditEntry First = new(7, Half, "person:N004", "page.send", "page:1", "{}");

    [Fact]
    public void The_hashes_are_those_of_an_independent_calculation()
    {
        var second = new StoredAuditEntry(9, Half + Duration.FromMilliseconds(999), "system", "alarm.raise", "alarm:循環器", "");
        var third = new StoredAuditEntry(8, Half + Duration.FromMilliseconds(100), null, "", "x", """{"a":"b"}""");
        var a = AuditChain.Seal(AuditChain.Origin, 1, Half + Duration.FromMilliseconds(1250), First);
        var b = AuditChain.Seal(a.Hash, 2, Half + Duration.FromMilliseconds(1250), second);
        var c = AuditChain.Seal(b.Hash, 3, Half + Duration.FromSeconds(2), third);
        Assert.Equal("a2b652c4fe51615fafa7c90c0ab66cef9fbd190e661f1c84b3510b4a1c6bc3f0", a.Hash);
        Assert.Equal("d079b7cbd5003acf7fa178f4d8f9460ac584136cfefef82161b60427245610ff", b.Hash);
        Assert.Equal("58786bb97a3c1e11ef7a1253146e88e5db9bdb6909be5f228a6e84083a90e022", c.Hash);
    }

    [Fact]
    public void No_two_entries_are_the_same_bytes()
    {
        StoredAuditEntry[] entries =
        [
            First,
            First with { Seq = 8 },
            First with { At = Half + Duration.FromMilliseconds(1) },
            First with { Actor = "person:N004p", Action = "age.send" },
            First with { Subject = "page:1{", Detail = "}" },
            First with { Subject = "page:1{}", Detail = "" },
            First with { Subject = "page:1{}", Detail = null },
            First with { Subject = "", Detail = "page:1{}" },
            First with { Subject = null, Detail = "page:1{}" },
        ];
        Assert.Equal(entries.Length, entries.Select(e => AuditChain.Hash(AuditChain.Origin, 1, Half, e)).Distinct().Count());
    }

    [Fact]
    public void Place_time_of_sealing_and_the_hash_before_are_sealed_as_well()
    {
        string[] hashes =
        [
            AuditChain.Hash(AuditChain.Origin, 1, Half, First),
            AuditChain.Hash(AuditChain.Origin, 2, Half, First),
            AuditChain.Hash(AuditChain.Origin, 1, Half + Duration.FromMilliseconds(1), First),
            AuditChain.Hash(AuditChain.Hash(AuditChain.Origin, 1, Half, First), 1, Half, First),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }
}
