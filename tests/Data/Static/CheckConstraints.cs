using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The check constraints that a run of scripts leaves, but those that no row had to pass when they were made (<c>with nocheck</c>).</summary>
internal sealed class CheckConstraints : TSqlFragmentVisitor
{
    // By the constraint's name, by which it is taken away again.
    private readonly Dictionary<string, (string Table, BooleanExpression Condition)> _checks = new(StringComparer.Ordinal);

    public static IReadOnlyCollection<(string Table, BooleanExpression Condition)> From(IEnumerable<string> scripts)
    {
        var checks = new CheckConstraints();
        foreach (var script in scripts)
        {
            TSql.Parse(script).Script.Accept(checks);
        }

        return checks._checks.Values;
    }

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
            _checks.Remove(element.Name.Value);
        }
    }

    private void Add(SchemaObjectName table, TableDefinition definition)
    {
        foreach (var check in definition.ColumnDefinitions.SelectMany(column => column.Constraints).Concat(definition.TableConstraints).OfType<CheckConstraintDefinition>())
        {
            _checks.Add(check.ConstraintIdentifier.Value, (table.BaseIdentifier.Value, check.CheckCondition));
        }
    }
}
