using OnCall.Data;
using OnCall.Data.Schema;

namespace OnCall.Bench.Databases;

/// <summary>Which statement of the shipped files a text is.</summary>
internal sealed class StatementNames
{
    private readonly List<(string Name, string Begins)> _all = [];

    public StatementNames()
    {
        var assembly = typeof(Database).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal) && !n.EndsWith(".sqlite.sql", StringComparison.Ordinal) && !n.Contains("migrations", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            var store = Path.GetFileName(file).Split('.')[0];
            _all.AddRange(SqlText.Split(file, reader.ReadToEnd()).Select(s => ($"{store}.{s.Key}", s.Value)));
        }
    }

    /// <summary>The name, or the beginning of the text where it is in none of the files.</summary>
    public string Of(string text)
    {
        var known = _all.Where(s => text.StartsWith(FixedPart(s.Begins), StringComparison.Ordinal)).OrderByDescending(s => FixedPart(s.Begins).Length).FirstOrDefault();
        return known.Name ?? text[..Math.Min(text.Length, 60)].ReplaceLineEndings(" ");
    }

    /// <summary>The text of a shipped statement.</summary>
    public string Text(string name) => _all.Single(s => s.Name == name).Begins;

    // Dapper writes out a list, and many rows are written out too: what stands before is as it was shipped.
    private static string FixedPart(string text)
    {
        var end = new[] { text.IndexOf("@rows", StringComparison.Ordinal), text.IndexOf(" in @", StringComparison.Ordinal) }.Where(i => i > 0).DefaultIfEmpty(text.Length).Min();
        return text[..end];
    }
}
