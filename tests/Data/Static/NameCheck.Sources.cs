using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <content>What stands in FROM.</content>
internal sealed partial class NameCheck
{
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

                _scope.Add(derived.Alias.Value, Named(derived.Columns) ?? QueryOutput.Of(inner));
                break;
            case InlineDerivedTable values:
                VisitAll(values.RowValues);
                _scope.Add(values.Alias.Value, Named(values.Columns));
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
                // A table parameter's type is the caller's; a declared variable's columns are known.
                _scope.Add(variable.Alias?.Value ?? variable.Variable.Name, _variables.GetValueOrDefault(variable.Variable.Name));
                break;
            case OpenJsonTableReference json:
                json.Variable.Accept(this);
                json.RowPattern?.Accept(this);
                _scope.Add(json.Alias?.Value ?? "openjson", json.SchemaDeclarationItems.Count > 0 ? Named([.. json.SchemaDeclarationItems.Select(item => item.ColumnDefinition.ColumnIdentifier)]) : Words("key", "value", "type"));
                break;
            case GlobalFunctionTableReference function when string.Equals(function.Name.Value, "string_split", StringComparison.OrdinalIgnoreCase):
                VisitAll(function.Parameters);
                _scope.Add(function.Alias?.Value ?? "string_split", Words("value"));
                break;
            default:
                Report(source, $"{source.GetType().Name} in FROM is not understood by this check: teach it, or write the statement otherwise");
                break;
        }
    }

    private IReadOnlySet<string>? ColumnsOf(SchemaObjectName name)
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
            return columns.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        }

        Report(name, $"there is no table '{table}'");
        return null;
    }

    private static HashSet<string>? Named(IList<Identifier> columns) =>
        columns.Count > 0 ? columns.Select(column => column.Value).ToHashSet(StringComparer.OrdinalIgnoreCase) : null;

    private static HashSet<string> Words(params string[] words) => words.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
