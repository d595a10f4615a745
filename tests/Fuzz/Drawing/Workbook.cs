using System.Buffers.Binary;
using System.IO.Compression;

namespace OnCall.Fuzz.Tests.Drawing;

/// <summary>Workbooks that are damaged within, where damage from outside would only break the container.</summary>
internal static class Workbook
{
    private const int Header = 512;
    private const int Beginning = 0x809;

    /// <summary>A package in which parts are damaged and packed again.</summary>
    public static byte[] Package(Chance chance, IReadOnlyList<byte[]> samples)
    {
        var sample = chance.Of(samples);
        if (chance.OneIn(4))
        {
            return Mutation.Of(chance, samples);
        }

        try
        {
            return Repacked(chance, sample);
        }
        catch (InvalidDataException)
        {
            // A sample that is no package, on purpose.
            return Mutation.Of(chance, samples);
        }
    }

    /// <summary>Records of a binary workbook, with other numbers in them.</summary>
    public static byte[] Records(Chance chance, IReadOnlyList<byte[]> samples)
    {
        var bytes = chance.OneIn(3) ? Mutation.Of(chance, samples) : chance.Of(samples).ToArray();
        var records = Starts(bytes);
        for (var changes = records.Count == 0 ? 0 : chance.Few(); changes > 0; changes--)
        {
            var (at, length) = chance.Of(records);
            int[] odd = [0, 1, 0xFF, 0x7FFF, 0xFFFF, 0x208, 0x200, 0xFC, 0x85, chance.Below(65536)];
            var place = chance.OneIn(8) ? at + (2 * chance.Below(2)) : at + 4 + chance.Below(Math.Max(1, length - 1));
            if (place + 2 <= bytes.Length)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(place), (ushort)chance.Of(odd));
            }
        }

        return bytes;
    }

    private static byte[] Repacked(Chance chance, byte[] sample)
    {
        using var from = new ZipArchive(new MemoryStream(sample));
        var damaged = chance.Below(from.Entries.Count);
        using var target = new MemoryStream();
        using (var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (place, part) in from.Entries.Index())
            {
                using var content = new MemoryStream();
                using (var opened = part.Open())
                {
                    opened.CopyTo(content);
                }

                using var written = to.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
                written.Write(place == damaged || chance.OneIn(6) ? Mutation.Of(chance, [content.ToArray()]) : content.ToArray());
            }
        }

        return target.ToArray();
    }

    private static List<(int At, int Length)> Starts(byte[] bytes)
    {
        var records = new List<(int At, int Length)>();
        for (var at = Header; at + 4 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 2));
            var isRecord = records.Count > 0 || BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at)) == Beginning;
            if (isRecord)
            {
                records.Add((at, length));
            }

            at += isRecord ? 4 + length : Header;
        }

        return records;
    }
}
