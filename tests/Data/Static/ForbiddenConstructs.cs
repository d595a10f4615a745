using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>What is a known trap on SQL Server, or fails on engines that speak its protocol; docs/development.md lists it.</summary>
internal sealed class ForbiddenConstructs(bool mayReadClock) : TSqlFragmentVisitor
{
    private static readonly HashSet<string> Clocks =
        new(["getdate", "getutcdate", "sysdatetime", "sysutcdatetime", "sysdatetimeoffset"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> RandomKeys = new(["newid", "newsequentialid"], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _ctes = new(StringComparer.OrdinalIgnoreCase);

    public List<(int Line, string What)> Problems { get; } = [];

    public override void Visit(MergeStatement node) => Report(node, "MERGE races with itself: update, and insert when no row was there");

    public override void Visit(WaitForStatement node) => Report(node, "WAITFOR holds a connection");

    public override void Visit(SelectStarExpression node) => Report(node, "a star reads columns that nobody asked for: name them");

    public override void Visit(CreateSynonymStatement node) => Report(node, "no synonyms");

    public override void Visit(IndexDefinition node) => Report(node, "an index inside CREATE TABLE: write CREATE INDEX");

    public override void Visit(SystemVersioningTableOption node) => Report(node, "no temporal tables");

    public override void Visit(CreateOrAlterProcedureStatement node) => Report(node, "no CREATE OR ALTER");

    public override void Visit(CreateOrAlterViewStatement node) => Report(node, "no CREATE OR ALTER");

    public override void Visit(CreateOrAlterFunctionStatement node) => Report(node, "no CREATE OR ALTER");

    public override void Visit(CreateOrAlterTriggerStatement node) => Report(node, "no CREATE OR ALTER");

    public override void Visit(CommonTableExpression node) => _ctes.Add(node.ExpressionName.Value);

    public override void Visit(UpdateSpecification node)
    {
        NotACte(node.Target);
        if (node.OutputClause is not null && node.FromClause is not null)
        {
            Report(node, "UPDATE … FROM does not go with OUTPUT: name the table once, and say in WHERE which rows");
        }
    }

    public override void Visit(DeleteSpecification node) => NotACte(node.Target);

    public override void Visit(TopRowFilter node)
    {
        if (node.WithTies)
        {
            Report(node, "TOP … WITH TIES gives more rows than asked for");
        }
    }

    public override void Visit(AlterTableAlterColumnStatement node)
    {
        if (node.AlterTableAlterColumnOption == AlterTableAlterColumnOption.NotNull)
        {
            Report(node, "ALTER COLUMN … NOT NULL: add a column, fill it, and use that");
        }
    }

    public override void Visit(DefaultConstraintDefinition node)
    {
        if (node.WithValues)
        {
            Report(node, "ADD … WITH VALUES: add the column with NOT NULL and a default");
        }
    }

    public override void Visit(FunctionCall node)
    {
        if (Clocks.Contains(node.FunctionName.Value) && !mayReadClock)
        {
            Report(node, "time comes in as @now: the server is not asked");
        }

        if (RandomKeys.Contains(node.FunctionName.Value))
        {
            Report(node, "ids come in as parameters");
        }
    }

    public override void Visit(ParameterlessCall node)
    {
        if (node.ParameterlessCallType == ParameterlessCallType.CurrentTimestamp && !mayReadClock)
        {
            Report(node, "time comes in as @now: the server is not asked");
        }
    }

    private void NotACte(TableReference target)
    {
        if (target is NamedTableReference named && _ctes.Contains(named.SchemaObject.BaseIdentifier.Value))
        {
            Report(target, "a CTE is not changed: change its table");
        }
    }

    private void Report(TSqlFragment at, string what) => Problems.Add((at.StartLine, what));
}
