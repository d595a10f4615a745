using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>
/// Where two values are compared, SQL Server turns the one of the weaker type into the other's. Is that a column, then its index is read from end to
/// end, or not at all. Whatever meets a column is therefore of the column's own type. So is what is written to it from JSON: a longer text would not fit.
/// </summary>
/// <param name="listOfVarchar">How long the words of a list parameter (<c>@kinds</c>) are that the store sends as varchar; null when it does not.</param>
internal sealed class ImplicitConversions(TableCatalog tables, ExpressionTypes types, Func<string, int?> listOfVarchar) : TSqlFragmentVisitor
{
    public List<(int Line, string What)> Problems { get; } = [];

    public override void Visit(BooleanComparisonExpression node) => Meet(node.FirstExpression, node.SecondExpression);

    public override void Visit(LikePredicate node) => Meet(node.FirstExpression, node.SecondExpression);

    public override void Visit(BooleanTernaryExpression node)
    {
        Meet(node.FirstExpression, node.SecondExpression);
        Meet(node.FirstExpression, node.ThirdExpression);
    }

    public override void Visit(InPredicate node)
    {
        foreach (var value in node.Values)
        {
            Meet(node.Expression, value);
        }

        if (node.Subquery is not null)
        {
            Meet(node.Expression, node.Subquery);
        }
    }

    public override void Visit(SimpleCaseExpression node)
    {
        foreach (var when in node.WhenClauses)
        {
            Meet(node.InputExpression, when.WhenExpression);
        }
    }

    public override void Visit(InsertSpecification node)
    {
        var values = node.InsertSource is SelectInsertSource { Select: QuerySpecification query } ? query.SelectElements.OfType<SelectScalarExpression>() : [];
        foreach (var (column, value) in node.Columns.Zip(values))
        {
            Write((node.Target as NamedTableReference)?.SchemaObject, column, value.Expression);
        }
    }

    public override void Visit(UpdateSpecification node)
    {
        var table = ChangedTable.Of(node)?.SchemaObject;
        foreach (var set in node.SetClauses.OfType<AssignmentSetClause>().Where(set => set.Column is not null))
        {
            Write(table, set.Column, set.NewValue);
        }
    }

    private void Write(SchemaObjectName? table, ColumnReferenceExpression column, ScalarExpression value)
    {
        var name = column.MultiPartIdentifier.Identifiers[^1].Value;
        var type = table is null ? null : tables.Find(table.BaseIdentifier.Value)?.GetValueOrDefault(name)?.Type;
        var written = types.Of(value);
        if (type is not null && written.Source == SqlSource.Sent && type with { Source = SqlSource.Sent } != written)
        {
            Problems.Add((value.StartLine, $"{name} is {type}, and {Of(written)} is written to it: what is sent has the very type"));
        }
    }

    private void Meet(ScalarExpression one, ScalarExpression other)
    {
        var (left, right) = (types.Of(one), types.Of(other));
        if (!IsColumn(left) && !IsColumn(right))
        {
            return;
        }

        var what = IsColumn(left) ? Problem(left, right, other) : Problem(right, left, one);
        if (what is not null)
        {
            Problems.Add((one.StartLine, what));
        }
    }

    private string? Problem(SqlType column, SqlType met, ScalarExpression value) => met switch
    {
        _ when column.Family == SqlFamily.Unknown || met.Family == SqlFamily.Unknown => $"{column} meets {met}: teach the check, or write the statement otherwise",
        { Family: SqlFamily.Null } => null,
        { Family: SqlFamily.Parameter } => column.Family == SqlFamily.Ansi && !(value is VariableReference variable && listOfVarchar(variable.Name) >= column.Length)
            ? $"{column} meets a bare parameter, which comes as nvarchar: cast(@… as {column}), a list by Varchar.List"
            : null,
        { Source: SqlSource.Literal } => Literal(column, met),
        { Source: SqlSource.Sent or SqlSource.Column } when (column.Source == SqlSource.Sent) != (met.Source == SqlSource.Sent) =>
            column with { Source = met.Source } == met ? null : $"{Of(column)} meets {Of(met)}: what is sent has the very type of what it is compared with",
        _ when column.Family != met.Family => Gives(column, met),
        { Family: SqlFamily.Time } when (column.Name, column.Size) != (met.Name, met.Size) => $"{column} meets {met}: one of them is converted",
        { Source: SqlSource.Cast, IsText: true } when met.Length < column.Length => $"{column} meets {met}: what is longer would be cut, and found",
        _ => null,
    };

    private static string? Literal(SqlType column, SqlType literal) => (column.Family, literal.Family) switch
    {
        var (its, written) when its == written => null,

        // The literal gives way, once, when the plan is made.
        (SqlFamily.National or SqlFamily.Guid or SqlFamily.Time, SqlFamily.Ansi) => null,
        (SqlFamily.Real, SqlFamily.Integer) => null,
        _ => $"{column} meets the literal {literal}: the column would be converted",
    };

    // Text that the statement puts together gives way to what people write; a column does not, nor does what was cast on purpose.
    private static string? Gives(SqlType column, SqlType met) =>
        column.Family == SqlFamily.National && met is { Family: SqlFamily.Ansi, Source: SqlSource.Made } ? null : $"{column} meets {met}: one of them is converted";

    private static bool IsColumn(SqlType type) => type.Source is SqlSource.Column or SqlSource.Sent;

    private static string Of(SqlType type) => type.Source == SqlSource.Sent ? $"{type} of what is sent" : type.ToString();
}
