using System.Text;

namespace OnCall.Fuzz.Tests.Drawing;

/// <summary>Real files, from which inputs are made.</summary>
internal static class Samples
{
    // Larger ones take long to read, and find nothing that smaller ones do not.
    private const int Largest = 20_000;

    /// <param name="endings">Of their names, with the dot.</param>
    public static IReadOnlyList<byte[]> Files(params string[] endings) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "corpus"), "*", SearchOption.AllDirectories)
            .Where(file => endings.Contains(Path.GetExtension(file)) && new FileInfo(file).Length is > 0 and <= Largest)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .Concat(Starts(endings)),
    ];

    public static IReadOnlyList<byte[]> Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    // The beginning of a large text is a small text.
    private static IEnumerable<byte[]> Starts(string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "corpus", "ward21"))
            .Where(file => endings.Contains(Path.GetExtension(file)) && Path.GetExtension(file) is not (".xls" or ".xlsx"))
            .Order(StringComparer.Ordinal)
            .Select(file => File.ReadAllBytes(file)[..3_000]);
}
