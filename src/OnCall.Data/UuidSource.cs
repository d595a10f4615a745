using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;
using OnCall.Application;

namespace OnCall.Data;

/// <summary>Version 7 ids (RFC 9562, section 5.7) by the installation's clock; bits from the operating system's random source.</summary>
public sealed class UuidSource(IClock clock) : IIdSource
{
    public Guid NewId() => Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset());

    public ulong NewBits()
    {
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bits);
        return BinaryPrimitives.ReadUInt64LittleEndian(bits);
    }
}
