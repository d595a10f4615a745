using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The table that an UPDATE or a DELETE changes.</summary>
internal static class ChangedTable
{
    /// <summary>As FROM names it where the target is an alias of there, with its hints; else the target itself. Null where that is no table.</summary>
    public static NamedTableReference? Of(UpdateDeleteSpecificationBase node)
    {
        var sources = new Sources();
        node.FromClause?.Accept(sources);
        return node.Target is NamedTableReference target ? sources.All.FirstOrDefault(source => source.Alias?.Value == target.SchemaObject.BaseIdentifier.Value) ?? target : null;
    }

    private sealed class Sources : TSqlFragmentVisitor
    {
        public List<NamedTableReference> All { get; } = [];

        public override void Visit(NamedTableReference node) => All.Add(node);
    }
}
