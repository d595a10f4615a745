using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The type that SQL Server gives an expression, as far as it can be read from the text. What columns stand for comes from the name check.</summary>
internal sealed class ExpressionTypes(IReadOnlyDictionary<ColumnReferenceExpression, ColumnOrigin> origins)
{
    private static readonly HashSet<string> OfFirst = Words(
        "min", "max", "sum", "avg", "abs", "lower", "upper", "ltrim", "rtrim", "trim", "replace", "substring", "left", "right", "isnull", "nullif", "string_agg", "first_value", "last_value", "lag", "lead", "reverse");

    private static readonly HashSet<string> Integers = Words(
        "count", "count_big", "len", "datalength", "charindex", "patindex", "datediff", "datediff_big", "datepart", "row_number", "rank", "dense_rank", "ntile", "isjson", "checksum", "app_lock");

    public SqlType Of(ScalarExpression expression) => expression switch
    {
        NullLiteral => SqlType.Null,
        StringLiteral text => new(text.IsNational ? SqlFamily.National : SqlFamily.Ansi, text.IsNational ? "nvarchar" : "varchar", Math.Max(1, text.Value.Length), SqlSource.Literal),
        IntegerLiteral => SqlType.Integer with { Source = SqlSource.Literal },
        NumericLiteral or RealLiteral => new(SqlFamily.Real, "numeric", null, SqlSource.Literal),
        BinaryLiteral => new(SqlFamily.Binary, "varbinary", null, SqlSource.Literal),
        VariableReference => SqlType.Parameter,
        GlobalVariableExpression => SqlType.Integer,
        ColumnReferenceExpression column => OfColumn(column),
        ParenthesisExpression inner => Of(inner.Expression),
        UnaryExpression unary => Of(unary.Expression),
        CastCall cast => OfCast(cast.DataType),
        TryCastCall cast => OfCast(cast.DataType),
        ConvertCall convert => OfCast(convert.DataType),
        ScalarSubquery query when QueryOutput.Single(query.QueryExpression) is { } column => Of(column),
        BinaryExpression both => Made(Stronger([Of(both.FirstExpression), Of(both.SecondExpression)])),
        CoalesceExpression coalesce => Made(Stronger(coalesce.Expressions.Select(Of))),
        NullIfExpression nullIf => Made(Of(nullIf.FirstExpression)),
        SearchedCaseExpression searched => Made(Stronger([.. searched.WhenClauses.Select(when => Of(when.ThenExpression)), .. Else(searched)])),
        SimpleCaseExpression simple => Made(Stronger([.. simple.WhenClauses.Select(when => Of(when.ThenExpression)), .. Else(simple)])),
        IIfCall iif => Made(Stronger([Of(iif.ThenExpression), Of(iif.ElseExpression)])),
        LeftFunctionCall left => Made(Of(left.Parameters[0])),
        RightFunctionCall right => Made(Of(right.Parameters[0])),
        FunctionCall call => Made(OfCall(call)),
        _ => SqlType.Unknown,
    };

    private static HashSet<string> Words(params string[] words) => words.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static SqlType OfCast(DataTypeReference type) => SqlType.From(type) with { Source = SqlSource.Cast };

    private SqlType OfColumn(ColumnReferenceExpression column) => origins.GetValueOrDefault(column) switch
    {
        null => SqlType.Unknown,
        { Expression: { } expression } => Of(expression),
        var origin => origin.Type,
    };

    private SqlType OfCall(FunctionCall call)
    {
        var name = call.FunctionName.Value;
        if (OfFirst.Contains(name))
        {
            return Of(call.Parameters[0]);
        }

        return name.ToUpperInvariant() switch
        {
            _ when Integers.Contains(name) => SqlType.Integer,
            "DATEADD" => Of(call.Parameters[2]),
            "JSON_VALUE" => new(SqlFamily.National, "nvarchar", 4000),
            "JSON_QUERY" or "ERROR_MESSAGE" => new(SqlFamily.National, "nvarchar"),
            "CONCAT" => Stronger(call.Parameters.Select(Of)),
            _ => SqlType.Unknown,
        };
    }

    private IEnumerable<SqlType> Else(CaseExpression expression) => expression.ElseExpression is { } other ? [Of(other)] : [];

    private static SqlType Made(SqlType type) => type.Family is SqlFamily.Unknown or SqlFamily.Null or SqlFamily.Parameter ? type : type with { Source = SqlSource.Made };

    // The order in which SQL Server lets one type win over another, among those that meet here.
    private static SqlType Stronger(IEnumerable<SqlType> types)
    {
        var known = types.Where(type => type.Family != SqlFamily.Null).ToArray();
        return known.FirstOrDefault(type => type.Family == SqlFamily.Unknown)
            ?? known.FirstOrDefault(type => type.Family is not (SqlFamily.National or SqlFamily.Ansi or SqlFamily.Parameter))
            ?? known.FirstOrDefault(type => type.Family == SqlFamily.National)
            ?? known.FirstOrDefault(type => type.Family == SqlFamily.Parameter)
            ?? known.FirstOrDefault()
            ?? SqlType.Null;
    }
}
