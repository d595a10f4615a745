using System.Buffers.Binary;
using System.Text;

namespace OnCall.RosterFiles.Excel;

/// <summary>Checks a compound file ([MS-CFB]) before a library follows its tables, and tells what is in it.</summary>
internal static class OleContainer
{
    private const int HeaderSize = 512;
    private const int EntrySize = 128;
    private const uint LastRegular = 0xFFFFFFFA;

    /// <summary>The names of the streams and storages.</summary>
    public static IReadOnlyList<string> Names(ReadOnlySpan<byte> file) => [.. Entries(file).Select(entry => entry.Name)];

    /// <summary>The content of a stream that begins with that sector, so far as it is there.</summary>
    public static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> file, uint sector, long length)
    {
        var size = 1 << (int)Number(file, 30, 2);
        var table = Table(file, size, (uint)((file.Length + size - 1) / size));
        var content = new byte[Math.Min(length, file.Length)];
        var read = 0;
        for (; read < content.Length && Sector(file, sector, size) is { Length: > 0 } bytes; sector = Next(file, table, sector, size))
        {
            var part = bytes[..Math.Min(size, content.Length - read)];
            part.CopyTo(content.AsSpan(read));
            read += part.Length;
        }

        return content.AsSpan(0, read);
    }

    /// <summary>The streams and storages, the root before all: by name, first sector and size in bytes.</summary>
    public static List<(string Name, uint Sector, uint Size)> Entries(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize || Number(file, 30, 2) is not (9 or 12) || Number(file, 32, 2) != 6)
        {
            throw WorkbookFault.Corrupt("its first bytes are no header");
        }

        var size = 1 << (int)Number(file, 30, 2);
        var sectors = (uint)((file.Length + size - 1) / size);
        var table = Table(file, size, sectors);
        var entries = new List<(string Name, uint Sector, uint Size)>();
        var sector = Number(file, 48, 4);
        for (var read = 0; sector < LastRegular && Sector(file, sector, size) is { Length: > 0 } bytes; read++)
        {
            if (read > sectors)
            {
                throw WorkbookFault.Corrupt("its directory goes round in a circle");
            }

            AddEntries(bytes, entries);
            sector = Next(file, table, sector, size);
        }

        return entries;
    }

    /// <summary>The sectors that hold the allocation table: each once, and no more of them than the file has use for.</summary>
    private static List<uint> Table(ReadOnlySpan<byte> file, int size, uint sectors)
    {
        var perSector = (uint)size / 4;
        var most = (sectors / perSector) + 2;
        var table = new List<uint>();
        for (var i = 0; i < 109; i++)
        {
            Add(Number(file, 76 + (4 * i), 4));
        }

        var next = Number(file, 68, 4);
        var told = Number(file, 72, 4);
        if (told > most)
        {
            throw WorkbookFault.Corrupt("its allocation table is larger than the file");
        }

        for (var i = 0; i < told && Sector(file, next, size) is { Length: > 0 } more; i++)
        {
            for (var j = 0; j < perSector - 1; j++)
            {
                Add(Number(more, 4 * j, 4));
            }

            next = Number(more, size - 4, 4);
        }

        return table.Distinct().Count() == table.Count ? table : throw WorkbookFault.Corrupt("its allocation table goes round in a circle");

        void Add(uint sector)
        {
            if (sector < LastRegular)
            {
                table.Add(sector);
            }

            if (table.Count > most)
            {
                throw WorkbookFault.Corrupt("its allocation table is larger than the file");
            }
        }
    }

    private static void AddEntries(ReadOnlySpan<byte> directory, List<(string Name, uint Sector, uint Size)> entries)
    {
        for (var at = 0; at + EntrySize <= directory.Length; at += EntrySize)
        {
            var length = (int)Math.Min(Number(directory, at + 64, 2), 64);
            if (length > 2 && directory[at + 66] != 0)
            {
                entries.Add((Encoding.Unicode.GetString(directory.Slice(at, length - 2)), Number(directory, at + 116, 4), Number(directory, at + 120, 4)));
            }
        }
    }

    private static uint Next(ReadOnlySpan<byte> file, List<uint> table, uint sector, int size)
    {
        var place = (int)(sector / ((uint)size / 4));
        var within = (int)(sector % ((uint)size / 4));
        return place < table.Count && Sector(file, table[place], size) is var bytes && bytes.Length >= (4 * within) + 4 ? Number(bytes, 4 * within, 4) : uint.MaxValue;
    }

    private static ReadOnlySpan<byte> Sector(ReadOnlySpan<byte> file, uint sector, int size)
    {
        var start = (sector + 1L) * size;
        return start + size <= file.Length ? file.Slice((int)start, size) : [];
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int at, int length) =>
        length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
