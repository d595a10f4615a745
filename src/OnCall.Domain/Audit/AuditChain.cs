using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace OnCall.Domain.Audit;

/// <summary>
/// The chain of hashes over the audit trail. The hash of a place is SHA-256 over the 32 bytes of the hash before it (zeros for the first), then
/// these fields: the word <c>oncall-audit-1</c>, place, time of sealing, number of the entry, its time, actor, action, subject, detail.
/// A field is its length in bytes as four bytes, most significant first, and then its UTF-8; a null is the length FFFFFFFF alone. So no two
/// entries are the same bytes. Numbers are decimal; times are UTC to the millisecond, as <c>2026-11-27T08:30:00.000Z</c>.
/// </summary>
public static class AuditChain
{
    /// <summary>What stands before the first place.</summary>
    public static readonly string Origin = new('0', HashBytes * 2);

    private const string Form = "oncall-audit-1";
    private const int HashBytes = 32;
    private const uint Null = uint.MaxValue;
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    /// <summary>The seal of an entry.</summary>
    /// <param name="previous">The hash of the place before, or <see cref="Origin"/>.</param>
    public static AuditSeal Seal(string previous, long place, Instant sealedAt, StoredAuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new AuditSeal(place, entry.Seq, Hash(previous, place, sealedAt, entry), sealedAt);
    }

    /// <summary>The hash of a place, in lower-case hex.</summary>
    public static string Hash(string previous, long place, Instant sealedAt, StoredAuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(previous));
        Add(hash, Form);
        Add(hash, Number(place));
        Add(hash, Time.Format(sealedAt));
        Add(hash, Number(entry.Seq));
        Add(hash, Time.Format(entry.At));
        Add(hash, entry.Actor);
        Add(hash, entry.Action);
        Add(hash, entry.Subject);
        Add(hash, entry.Detail);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Add(IncrementalHash hash, string? field)
    {
        Span<byte> length = stackalloc byte[sizeof(uint)];
        if (field is null)
        {
            BinaryPrimitives.WriteUInt32BigEndian(length, Null);
            hash.AppendData(length);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(field);
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
