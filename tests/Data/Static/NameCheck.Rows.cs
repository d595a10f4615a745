using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <content>INSERT, UPDATE, DELETE and their OUTPUT.</content>
internal sealed partial class NameCheck
{
    public override void ExplicitVisit(InsertStatement node) => WithCtes(node.WithCtesAndXmlNamespaces, () =>
    {
        var insert = node.InsertSpecification;
        insert.TopRowFilter?.Accept(this);
        insert.InsertSource.Accept(this);
        if (insert.Target is not NamedTableReference target)
        {
            Report(insert.Target, "INSERT into anything but a table is not understood here");
            return;
        }

        var columns = ColumnsOf(target.SchemaObject);
        CheckInsertList(insert, _tables.Find(target.SchemaObject.BaseIdentifier.Value));
        var output = new NameScope(null);
        output.Add("inserted", columns);
        VisitOutput(insert.OutputClause, insert.OutputIntoClause, output);
    });

    public override void ExplicitVisit(UpdateStatement node) => WithCtes(node.WithCtesAndXmlNamespaces, () => Within(new NameScope(_scope), () =>
    {
        var update = node.UpdateSpecification;
        var target = AddTarget(update.Target, update.FromClause);
        update.TopRowFilter?.Accept(this);
        foreach (var set in update.SetClauses.OfType<AssignmentSetClause>())
        {
            if (set.Column?.MultiPartIdentifier.Identifiers[^1].Value is { } column && target?.ContainsKey(column) == false)
            {
                Report(set, $"the updated table has no column '{column}'");
            }

            set.NewValue.Accept(this);
        }

        update.WhereClause?.Accept(this);
        VisitOutput(update.OutputClause, update.OutputIntoClause, OutputScope(target, "inserted", "deleted"));
    }));

    public override void ExplicitVisit(DeleteStatement node) => WithCtes(node.WithCtesAndXmlNamespaces, () => Within(new NameScope(_scope), () =>
    {
        var delete = node.DeleteSpecification;
        var target = AddTarget(delete.Target, delete.FromClause);
        delete.TopRowFilter?.Accept(this);
        delete.WhereClause?.Accept(this);
        VisitOutput(delete.OutputClause, delete.OutputIntoClause, OutputScope(target, "deleted"));
    }));

    private void CheckInsertList(InsertSpecification insert, IReadOnlyDictionary<string, TableColumn>? table)
    {
        if (table is null)
        {
            return;
        }

        if (insert.Columns.Count == 0)
        {
            Report(insert, "INSERT names no columns: a column added later would break it");
            return;
        }

        var listed = insert.Columns.Select(column => column.MultiPartIdentifier.Identifiers[^1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var unknown in listed.Where(column => !table.ContainsKey(column)))
        {
            Report(insert.Columns[0], $"INSERT lists '{unknown}', which the table does not have");
        }

        foreach (var missing in table.Values.Where(column => column.MustBeInserted && !listed.Contains(column.Name)))
        {
            Report(insert.Columns[0], $"INSERT leaves out '{missing.Name}', which is not null and has no default");
        }

        IEnumerable<int> widths = insert.InsertSource switch
        {
            ValuesInsertSource values => values.RowValues.Select(row => row.ColumnValues.Count),
            SelectInsertSource { Select: QuerySpecification query } => [query.SelectElements.Count],
            _ => [],
        };
        foreach (var width in widths.Where(width => width != insert.Columns.Count))
        {
            Report(insert, $"INSERT lists {insert.Columns.Count} columns and gives {width} values");
        }
    }

    // The target may be an alias of FROM, a table of FROM, or a table of its own.
    private IReadOnlyDictionary<string, ColumnOrigin>? AddTarget(TableReference target, FromClause? from)
    {
        AddSources(from);
        if (target is not NamedTableReference named)
        {
            Report(target, "changing anything but a table is not understood here");
            return null;
        }

        var name = named.SchemaObject.BaseIdentifier.Value;
        if (!_scope.Has(name))
        {
            AddSource(target);
        }

        return _scope.ColumnsOf(name);
    }

    private NameScope OutputScope(IReadOnlyDictionary<string, ColumnOrigin>? target, params string[] prefixes)
    {
        var scope = new NameScope(null);
        scope.AddAll(_scope);
        foreach (var prefix in prefixes)
        {
            scope.Add(prefix, target);
        }

        return scope;
    }

    private void VisitOutput(OutputClause? output, OutputIntoClause? into, NameScope scope)
    {
        if (into is not null)
        {
            Report(into, "OUTPUT INTO is not understood here");
        }

        foreach (var element in output?.SelectColumns ?? [])
        {
            if (element is SelectScalarExpression { Expression: ColumnReferenceExpression { MultiPartIdentifier: { Count: 1 } bare } })
            {
                Report(element, $"'{bare[0].Value}' in OUTPUT needs inserted. or deleted.");
                continue;
            }

            Within(scope, () => element.Accept(this));
        }
    }
}
