using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>Names of the columns that a query gives.</summary>
internal static class QueryOutput
{
    /// <summary>Null when a star leaves them open.</summary>
    public static IReadOnlySet<string>? Of(QueryExpression query) => query switch
    {
        BinaryQueryExpression both => Of(both.FirstQueryExpression),
        QueryParenthesisExpression inner => Of(inner.QueryExpression),
        QuerySpecification single when single.SelectElements.All(element => element is SelectScalarExpression) =>
            single.SelectElements.OfType<SelectScalarExpression>().Select(Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase),
        _ => null,
    };

    private static string? Name(SelectScalarExpression element) => element.ColumnName?.Value
        ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier?.Identifiers[^1].Value;
}
