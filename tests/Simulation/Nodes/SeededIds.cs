using System.Buffers.Binary;
using OnCall.Application;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>Ids in the form of version 7 from the run's own chance; now and then a reference that is taken already.</summary>
internal sealed class SeededIds(Chance chance, TimeProvider time) : IIdSource
{
    private const int RepeatedOneIn = 8;
    private ulong _last = chance.Next();

    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time.GetUtcNow().ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], chance.Next());
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | chance.Below(0x1000)));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    public ulong NewBits() => chance.OneIn(RepeatedOneIn) ? _last : _last = chance.Next();
}
