using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <content>What stands in FROM.</content>
internal sealed partial class NameCheck
{
    // What OPENJSON gives when it is told nothing.
    private static readonly Dictionary<string, ColumnOrigin> Undeclared = new[]
    {
        ("key", new ColumnOrigin(new(SqlFamily.National, "nvarchar", 4000, SqlSource.Sent))),
        ("value", new ColumnOrigin(new(SqlFamily.National, "nvarchar", null, SqlSource.Sent))),
        ("type", new ColumnOrigin(SqlType.Integer with { Source = SqlSource.Sent })),
    }.ToColumns();

    private void AddSources(FromClause? from)
    {
        foreach (var source in from?.TableReferences ?? [])
        {
            AddSource(source);
        }
    }

    private void AddSource(TableReference source, bool lateral = false)
    {
        switch (source)
        {
            case NamedTableReference table:
                _scope.Add(table.Alias?.Value ?? table.SchemaObject.BaseIdentifier.Value, ColumnsOf(table.SchemaObject));
                break;
            case QueryDerivedTable derived:
                var inner = derived.QueryExpression;
                if (lateral)
                {
                    inner.Accept(this);
                }
                else
                {
                    // A derived table does not see its neighbours, only the query around.
                    Within(new NameScope(_scope.Outer), () => inner.Accept(this));
                }

                _scope.Add(derived.Alias.Value, QueryOutput.Of(inner, derived.Columns));
                break;
            case InlineDerivedTable values:
                VisitAll(values.RowValues);
                _scope.Add(values.Alias.Value, values.Columns.Select((column, i) => (column.Value, new ColumnOrigin(SqlType.Unknown, values.RowValues[0].ColumnValues[i]))).ToColumns());
                break;
            case QualifiedJoin join:
                AddSource(join.FirstTableReference);
                AddSource(join.SecondTableReference);
                join.SearchCondition.Accept(this);
                break;
            case UnqualifiedJoin join:
                AddSource(join.FirstTableReference);
                AddSource(join.SecondTableReference, join.UnqualifiedJoinType is UnqualifiedJoinType.CrossApply or UnqualifiedJoinType.OuterApply);
                break;
            case JoinParenthesisTableReference parenthesis:
                AddSource(parenthesis.Join);
                break;
            case VariableTableReference variable:
                if (!_variables.TryGetValue(variable.Variable.Name, out var its))
                {
                    Report(variable, $"say what {variable.Variable.Name} is: a line '-- rows: name type, …' above the statement, or a declaration");
                }

                _scope.Add(variable.Alias?.Value ?? variable.Variable.Name, its);
                break;
            case OpenJsonTableReference json:
                json.Variable.Accept(this);
                json.RowPattern?.Accept(this);
                _scope.Add(json.Alias?.Value ?? "openjson", json.SchemaDeclarationItems.Count > 0 ? Declared(json) : Undeclared);
                break;
            case GlobalFunctionTableReference function when string.Equals(function.Name.Value, "string_split", StringComparison.OrdinalIgnoreCase):
                VisitAll(function.Parameters);
                _scope.Add(function.Alias?.Value ?? "string_split", new[] { ("value", new ColumnOrigin(SqlType.Unknown, function.Parameters[0])) }.ToColumns());
                break;
            default:
                Report(source, $"{source.GetType().Name} in FROM is not understood by this check: teach it, or write the statement otherwise");
                break;
        }
    }

    private IReadOnlyDictionary<string, ColumnOrigin>? ColumnsOf(SchemaObjectName name)
    {
        var table = name.BaseIdentifier.Value;
        var schema = name.SchemaIdentifier?.Value;
        if (schema is not null && (Same(schema, "sys") || Same(schema, "information_schema")))
        {
            return null;
        }

        if (schema is null && _ctes.FirstOrDefault(ctes => ctes.ContainsKey(table)) is { } known)
        {
            return known[table];
        }

        if (_tables.Find(table) is { } columns)
        {
            return columns.Values.ToColumns();
        }

        Report(name, $"there is no table '{table}'");
        return null;
    }

    private static Dictionary<string, ColumnOrigin> Declared(OpenJsonTableReference json) => json.SchemaDeclarationItems
        .Select(item => (item.ColumnDefinition.ColumnIdentifier.Value, new ColumnOrigin(SqlType.From(item.ColumnDefinition.DataType) with { Source = SqlSource.Sent })))
        .ToColumns();

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
