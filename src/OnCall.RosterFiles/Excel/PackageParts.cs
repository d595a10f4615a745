using System.IO.Compression;
using System.Xml;

namespace OnCall.RosterFiles.Excel;

/// <summary>The parts of an Office Open XML package (ECMA-376 part 2), within bounds of number, size and ratio.</summary>
internal sealed class PackageParts : IDisposable
{
    private const int MostParts = 10_000;
    private const long LargestPart = SheetBounds.LargestPart;
    private const long LargestAll = 512L * 1024 * 1024;

    // A sheet of equal rows packs 1 : 100; beyond this it is made to overflow.
    private const long SuspiciousSize = 64L * 1024 * 1024;
    private const long SuspiciousRatio = 200;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public PackageParts(Stream content)
    {
        try
        {
            _archive = new ZipArchive(content, ZipArchiveMode.Read);
            if (_archive.Entries.Count > MostParts)
            {
                throw WorkbookFault.TooLarge($"it has {_archive.Entries.Count} parts, and {MostParts} are read");
            }
        }
        catch (InvalidDataException)
        {
            throw WorkbookFault.Corrupt("it is cut off or no longer whole");
        }

        foreach (var part in _archive.Entries)
        {
            _parts.TryAdd(part.FullName.Replace('\\', '/'), part);
            if (part.Length > LargestPart || (part.Length > SuspiciousSize && part.Length / SuspiciousRatio > part.CompressedLength))
            {
                throw WorkbookFault.TooLarge($"'{part.FullName}' unpacks from {part.CompressedLength} to {part.Length} bytes");
            }
        }

        if (_archive.Entries.Sum(part => part.Length) > LargestAll)
        {
            throw WorkbookFault.TooLarge($"it unpacks to more than {LargestAll / 1024 / 1024} MiB");
        }
    }

    public bool Has(string name) => _parts.ContainsKey(name);

    public bool HasAny(Func<string, bool> name) => _parts.Keys.Any(name);

    /// <summary>The first bytes of a part as a text.</summary>
    public string Head(string name)
    {
        using var stream = _parts[name].Open();
        var head = new byte[256];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return System.Text.Encoding.ASCII.GetString(head, 0, read);
    }

    /// <summary>A reader that follows no entity and no reference out of the file; null when there is no such part.</summary>
    public XmlReader? Open(string name, long limit = LargestPart)
    {
        if (!_parts.TryGetValue(name, out var part))
        {
            return null;
        }

        if (part.IsEncrypted)
        {
            throw WorkbookFault.Encrypted;
        }

        return XmlReader.Create(new LimitedStream(part.Open(), limit), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new PartNames(),
            CheckCharacters = false,
            MaxCharactersInDocument = limit,
        });
    }

    public void Dispose() => _archive.Dispose();
}
