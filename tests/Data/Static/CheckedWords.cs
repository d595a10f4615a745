using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The words that a column may hold, as a check constraint lists them, by <c>table.column</c>.</summary>
internal static partial class CheckedWords
{
    public static Dictionary<string, string[]> OnSqlServer(IEnumerable<string> scripts)
    {
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (table, condition) in CheckConstraints.From(scripts))
        {
            var read = new Read();
            condition.Accept(read);
            if (read.Words.Count > 0)
            {
                words.Add($"{table}.{read.Columns.Single()}", [.. read.Words]);
            }
        }

        return words;
    }

    /// <param name="tables">Names, and the text that SQLite keeps of each.</param>
    public static Dictionary<string, string[]> OnSqlite(IEnumerable<(string Name, string Text)> tables)
    {
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, text) in tables)
        {
            foreach (Match check in Check().Matches(text))
            {
                var listed = Quoted().Matches(check.Value).Select(match => match.Groups["word"].Value).ToArray();
                if (listed.Length > 0)
                {
                    words.Add($"{name}.{Compared().Matches(check.Value).Select(match => match.Groups["column"].Value).Distinct().Single()}", listed);
                }
            }
        }

        return words;
    }

    private sealed class Read : TSqlFragmentVisitor
    {
        public HashSet<string> Columns { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<string> Words { get; } = [];

        public override void Visit(ColumnReferenceExpression node) => Columns.Add(node.MultiPartIdentifier.Identifiers[^1].Value);

        public override void Visit(StringLiteral node) => Words.Add(node.Value);
    }

    // As far as its brackets go, two deep.
    [GeneratedRegex(@"\bcheck\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Check();

    [GeneratedRegex("'(?<word>[^']*)'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?<column>\w+)\s*(?:=|\bin\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compared();
}
