using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace OnCall.Data.Schema;

/// <summary>One script of <c>db/migrations</c>, as it is built into this program.</summary>
/// <param name="Name">File name without folder: <c>0002_roster.sql</c>. Scripts run in the order of their names.</param>
public sealed partial record MigrationScript(string Name, string Text)
{
    /// <summary>SHA-256 of the text in UTF-8 with LF line ends, so that a checkout with CRLF is no other script.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));

    /// <summary>The pieces between lines that hold only <c>GO</c>, which is a word of SQL Server's tools and not of its language.</summary>
    public IEnumerable<string> Batches() => GoLine().Split(Text).Where(batch => !string.IsNullOrWhiteSpace(batch));

    /// <summary>The scripts built in for one database, by name.</summary>
    public static IReadOnlyList<MigrationScript> Shipped(DatabaseProvider provider)
    {
        var folder = provider == DatabaseProvider.Sqlite ? "migrations/sqlite/" : "migrations/sqlserver/";
        var assembly = typeof(MigrationScript).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new MigrationScript(name[folder.Length..], Read(assembly.GetManifestResourceStream(name)!))),
        ];
    }

    private static string Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^[ \t]*go[ \t]*(?:;[ \t]*)?\r?$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex GoLine();
}
