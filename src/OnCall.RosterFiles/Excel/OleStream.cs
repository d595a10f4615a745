using System.Buffers.Binary;

namespace OnCall.RosterFiles.Excel;

/// <summary>Reads a stream of a compound file, [MS-CFB] 2.4 and 2.5: in sectors of its own, or among the small ones.</summary>
internal static class OleStream
{
    private const int SmallSector = 64;
    private const int SmallestWhole = 4096;
    private const int SmallTable = 60;

    /// <summary>The first stream that has one of the names; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> file, params string[] names)
    {
        var entries = OleContainer.Entries(file);
        var (name, sector, size) = entries.Find(entry => names.Contains(entry.Name, StringComparer.OrdinalIgnoreCase));
        return name is null ? [] : size >= SmallestWhole ? OleContainer.Content(file, sector, size) : Small(file, entries[0].Sector, entries[0].Size, sector, (int)size);
    }

    private static ReadOnlySpan<byte> Small(ReadOnlySpan<byte> file, uint root, uint rootSize, uint sector, int size)
    {
        var sectors = OleContainer.Content(file, root, rootSize);
        var table = OleContainer.Content(file, BinaryPrimitives.ReadUInt32LittleEndian(file[SmallTable..]), file.Length);
        var content = new byte[size];
        var read = 0;
        while (read < size && (sector + 1L) * SmallSector <= sectors.Length && (sector + 1L) * 4 <= table.Length)
        {
            var part = sectors.Slice((int)sector * SmallSector, Math.Min(SmallSector, size - read));
            part.CopyTo(content.AsSpan(read));
            read += part.Length;
            sector = BinaryPrimitives.ReadUInt32LittleEndian(table[((int)sector * 4)..]);
        }

        return content.AsSpan(0, read);
    }
}
