using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The columns that a query gives.</summary>
internal static class QueryOutput
{
    /// <summary>By name; null when a star leaves them open.</summary>
    public static IReadOnlyDictionary<string, ColumnOrigin>? Of(QueryExpression query) =>
        Expressions(query) is { } elements
            ? Named(elements.Where(element => Name(element) is not null).Select(element => (Name(element)!, (ScalarExpression?)element.Expression)))
            : null;

    /// <summary>By the names that stand behind the alias or the CTE.</summary>
    public static IReadOnlyDictionary<string, ColumnOrigin>? Of(QueryExpression query, IList<Identifier> names) =>
        names.Count == 0 ? Of(query) : Named(names.Select((name, i) => (name.Value, Expressions(query)?.ElementAtOrDefault(i)?.Expression)));

    /// <summary>The one column of a query that stands where a value does.</summary>
    public static ScalarExpression? Single(QueryExpression query) => Expressions(query)?.FirstOrDefault()?.Expression;

    // A UNION's columns are those of its first query, which alone cannot refer to itself.
    private static SelectScalarExpression[]? Expressions(QueryExpression query) => query switch
    {
        BinaryQueryExpression both => Expressions(both.FirstQueryExpression),
        QueryParenthesisExpression inner => Expressions(inner.QueryExpression),
        QuerySpecification single when single.SelectElements.All(element => element is SelectScalarExpression) => [.. single.SelectElements.OfType<SelectScalarExpression>()],
        _ => null,
    };

    private static Dictionary<string, ColumnOrigin> Named(IEnumerable<(string Name, ScalarExpression? Expression)> columns)
    {
        var named = new Dictionary<string, ColumnOrigin>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, expression) in columns)
        {
            named[name] = new(SqlType.Unknown, expression);
        }

        return named;
    }

    private static string? Name(SelectScalarExpression element) => element.ColumnName?.Value
        ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier?.Identifiers[^1].Value;
}
