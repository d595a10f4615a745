using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>Into which columns of which tables statements write: <c>page.role_id</c>. A value that is written has its foreign key checked.</summary>
internal sealed class WrittenColumns : TSqlFragmentVisitor
{
    private readonly Dictionary<string, string> _aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlySet<string> Of(IEnumerable<string> texts)
    {
        var all = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts)
        {
            var columns = new WrittenColumns();
            TSql.Parse(text).Script.Accept(columns);
            all.UnionWith(columns._written);
        }

        return all;
    }

    public override void Visit(InsertSpecification node)
    {
        foreach (var column in node.Columns)
        {
            Add(node.Target, column);
        }
    }

    public override void Visit(UpdateSpecification node)
    {
        node.FromClause?.Accept(new Aliases(_aliases));
        foreach (var clause in node.SetClauses.OfType<AssignmentSetClause>())
        {
            Add(node.Target, clause.Column);
        }
    }

    private void Add(TableReference target, ColumnReferenceExpression? column)
    {
        if (target is NamedTableReference { SchemaObject.BaseIdentifier.Value: var name } && column is not null)
        {
            _written.Add($"{_aliases.GetValueOrDefault(name, name)}.{column.MultiPartIdentifier.Identifiers[^1].Value}");
        }
    }

    private sealed class Aliases(Dictionary<string, string> aliases) : TSqlFragmentVisitor
    {
        public override void Visit(NamedTableReference node) => aliases[node.Alias?.Value ?? node.SchemaObject.BaseIdentifier.Value] = node.SchemaObject.BaseIdentifier.Value;
    }
}
