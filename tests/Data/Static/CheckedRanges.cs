using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The least and the most that a column of numbers may hold, as a check constraint says it with <c>between</c>, by <c>table.column</c>.</summary>
internal static partial class CheckedRanges
{
    public static Dictionary<string, (int Least, int Most)> OnSqlServer(IEnumerable<string> scripts) =>
        (from check in CheckConstraints.From(scripts)
         let between = check.Condition as BooleanTernaryExpression
         where between is { TernaryExpressionType: BooleanTernaryExpressionType.Between }
         let column = ((ColumnReferenceExpression)between.FirstExpression).MultiPartIdentifier.Identifiers[^1].Value
         select (Name: $"{check.Table}.{column}", Least: Number(between.SecondExpression), Most: Number(between.ThirdExpression)))
        .ToDictionary(range => range.Name, range => (range.Least, range.Most), StringComparer.Ordinal);

    /// <param name="tables">Names, and the text that SQLite keeps of each.</param>
    public static Dictionary<string, (int Least, int Most)> OnSqlite(IEnumerable<(string Name, string Text)> tables) =>
        tables.SelectMany(table => Between().Matches(table.Text).Select(match => (Column: $"{table.Name}.{match.Groups["column"].Value}", Range: (Number(match, "least"), Number(match, "most")))))
            .ToDictionary(found => found.Column, found => found.Range, StringComparer.Ordinal);

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    private static int Number(ScalarExpression expression) => int.Parse(((IntegerLiteral)expression).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\bcheck\s*\(\s*(?<column>\w+)\s+between\s+(?<least>\d+)\s+and\s+(?<most>\d+)\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();
}
