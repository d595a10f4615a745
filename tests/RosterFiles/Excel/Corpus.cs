using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Csv;
using OnCall.RosterFiles.Excel;

namespace OnCall.RosterFiles.Tests.Excel;

/// <summary>Files that are kept with what is to be read in them.</summary>
internal static class Corpus
{
    private static readonly IRosterReader[] Readers = [new XlsxRosterReader(), new XlsRosterReader(), new CsvRosterReader()];

    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Folder(folder)).Where(file => !file.EndsWith(".expected.txt", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(Folder(folder), name));

    /// <summary>The lines beside the file; those for its kind alone go before those for all kinds.</summary>
    public static string[] Expected(string folder, string name)
    {
        var own = Path.Combine(Folder(folder), name + ".expected.txt");
        return File.ReadAllLines(File.Exists(own) ? own : Path.Combine(Folder(folder), Path.GetFileNameWithoutExtension(name) + ".expected.txt"));
    }

    public static RosterReading Read(string name, byte[] content, RosterReadingOptions? options = null)
    {
        var file = new RosterFile(name, content);
        var reader = Readers.FirstOrDefault(reader => content.Length > 0 && reader.CanRead(file)) ?? Readers.First(reader => name.EndsWith(reader.Format, StringComparison.Ordinal));
        return reader.Read(file, options ?? new RosterReadingOptions());
    }

    /// <summary><c>row|role|employee|name|start|end|tier|label</c> of every draft.</summary>
    public static IEnumerable<string> Drafts(RosterReading reading) =>
        reading.Drafts.Select(d => $"{d.Row}|{d.Role}|{d.Person.EmployeeNo}|{d.Person.Name}|{d.Start.Local:uuuu-MM-dd'T'HH:mm:ss}{d.Start.Offset}|{d.End.Local:uuuu-MM-dd'T'HH:mm:ss}{d.End.Offset}|{d.Tier}|{d.Label}");

    /// <summary><c>row column code</c> of every problem.</summary>
    public static IEnumerable<string> Problems(RosterReading reading) =>
        reading.Problems.ToList().Select(p => $"{p.Row} {p.Column} {p.Code}".Replace("  ", " ", StringComparison.Ordinal));

    private static string Folder(string folder) => Path.Combine(AppContext.BaseDirectory, "corpus", folder);
}
