using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The words that a column may hold, as a check constraint lists them, by <c>table.column</c>.</summary>
internal sealed partial class CheckedWords : TSqlFragmentVisitor
{
    // By the constraint's name, by which it is taken away again.
    private readonly Dictionary<string, (string Column, string[] Words)> _words = new(StringComparer.Ordinal);

    public static Dictionary<string, string[]> OnSqlServer(IEnumerable<string> scripts)
    {
        var checks = new CheckedWords();
        foreach (var script in scripts)
        {
            TSql.Parse(script).Script.Accept(checks);
        }

        return checks._words.Values.ToDictionary(check => check.Column, check => check.Words, StringComparer.Ordinal);
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

    public override void Visit(CreateTableStatement node) => Add(node.SchemaObjectName, node.Definition);

    public override void Visit(AlterTableAddTableElementStatement node) => Add(node.SchemaObjectName, node.Definition);

    public override void Visit(AlterTableDropTableElementStatement node)
    {
        foreach (var element in node.AlterTableDropTableElements.Where(element => element.Name is not null))
        {
            _words.Remove(element.Name.Value);
        }
    }

    private void Add(SchemaObjectName table, TableDefinition definition)
    {
        var constraints = definition.ColumnDefinitions.SelectMany(column => column.Constraints).Concat(definition.TableConstraints);
        foreach (var check in constraints.OfType<CheckConstraintDefinition>())
        {
            var read = new Read();
            check.CheckCondition.Accept(read);
            if (read.Words.Count > 0)
            {
                _words.Add(check.ConstraintIdentifier.Value, ($"{table.BaseIdentifier.Value}.{read.Columns.Single()}", [.. read.Words]));
            }
        }
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
