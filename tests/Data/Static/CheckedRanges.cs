using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The least and the most that a column of numbers may hold, as a check constraint says it with <c>between</c>, by <c>table.column</c>.</summary>
internal sealed partial class CheckedRanges : TSqlFragmentVisitor
{
    // By the constraint's name, by which it is taken away again.
    private readonly Dictionary<string, (string Column, int Least, int Most)> _ranges = new(StringComparer.Ordinal);

    public static Dictionary<string, (int Least, int Most)> OnSqlServer(IEnumerable<string> scripts)
    {
        var checks = new CheckedRanges();
        foreach (var script in scripts)
        {
            TSql.Parse(script).Script.Accept(checks);
        }

        return checks._ranges.Values.ToDictionary(range => range.Column, range => (range.Least, range.Most), StringComparer.Ordinal);
    }

    /// <param name="tables">Names, and the text that SQLite keeps of each.</param>
    public static Dictionary<string, (int Least, int Most)> OnSqlite(IEnumerable<(string Name, string Text)> tables) =>
        tables.SelectMany(table => Between().Matches(table.Text).Select(match => (Column: $"{table.Name}.{match.Groups["column"].Value}", Range: (Number(match, "least"), Number(match, "most")))))
            .ToDictionary(found => found.Column, found => found.Range, StringComparer.Ordinal);

    public override void Visit(CreateTableStatement node) => Add(node.SchemaObjectName, node.Definition);

    public override void Visit(AlterTableAddTableElementStatement node)
    {
        if (node.ExistingRowsCheckEnforcement != ConstraintEnforcement.NoCheck)
        {
            Add(node.SchemaObjectName, node.Definition);
        }
    }

    public override void Visit(AlterTableDropTableElementStatement node)
    {
        foreach (var element in node.AlterTableDropTableElements.Where(element => element.Name is not null))
        {
            _ranges.Remove(element.Name.Value);
        }
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    private static int Number(ScalarExpression expression) => int.Parse(((IntegerLiteral)expression).Value, CultureInfo.InvariantCulture);

    private void Add(SchemaObjectName table, TableDefinition definition)
    {
        var constraints = definition.ColumnDefinitions.SelectMany(column => column.Constraints).Concat(definition.TableConstraints);
        foreach (var check in constraints.OfType<CheckConstraintDefinition>())
        {
            if (check.CheckCondition is BooleanTernaryExpression { TernaryExpressionType: BooleanTernaryExpressionType.Between } between)
            {
                var column = ((ColumnReferenceExpression)between.FirstExpression).MultiPartIdentifier.Identifiers[^1].Value;
                _ranges.Add(check.ConstraintIdentifier.Value, ($"{table.BaseIdentifier.Value}.{column}", Number(between.SecondExpression), Number(between.ThirdExpression)));
            }
        }
    }

    [GeneratedRegex(@"\bcheck\s*\(\s*(?<column>\w+)\s+between\s+(?<least>\d+)\s+and\s+(?<most>\d+)\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();
}
