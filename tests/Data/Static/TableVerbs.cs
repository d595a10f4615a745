using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>What a login must be allowed to do with which table, for statements to run: a verb for each table that one reads or changes.</summary>
internal sealed class TableVerbs : TSqlFragmentVisitor
{
    private readonly HashSet<string> _ctes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<TableReference> _targets = [];

    /// <summary><c>page select</c>, in order.</summary>
    public SortedSet<string> Needed { get; } = new(StringComparer.Ordinal);

    public static IEnumerable<string> Of(string text)
    {
        var (script, errors) = TSql.Parse(text);
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(errors[0].Message);
        }

        // What a statement calls its tables is known only within it.
        return script.Batches.SelectMany(batch => batch.Statements).SelectMany(statement =>
        {
            var verbs = new TableVerbs();
            statement.Accept(verbs);
            return verbs.Needed;
        });
    }

    public override void Visit(CommonTableExpression node) => _ctes.Add(node.ExpressionName.Value);

    public override void Visit(InsertSpecification node) => Change(node.Target, null, "insert", node.OutputClause is not null);

    public override void Visit(UpdateSpecification node) => Change(node.Target, node.FromClause, "update", reads: true);

    public override void Visit(DeleteSpecification node) => Change(node.Target, node.FromClause, "delete", reads: true);

    public override void Visit(NamedTableReference node)
    {
        if (!_targets.Contains(node) && node.SchemaObject.SchemaIdentifier?.Value != "sys" && !_ctes.Contains(Name(node)))
        {
            Needed.Add($"{Name(node)} select");
        }
    }

    // The condition of an update or a delete reads what it changes, and so does OUTPUT.
    private void Change(TableReference target, FromClause? from, string verb, bool reads)
    {
        if (target is not NamedTableReference named)
        {
            return;
        }

        foreach (var source in from?.TableReferences.SelectMany(Named) ?? [])
        {
            _aliases[source.Alias?.Value ?? Name(source)] = Name(source);
        }

        _targets.Add(target);
        var table = _aliases.GetValueOrDefault(Name(named), Name(named));
        Needed.Add($"{table} {verb}");
        if (reads)
        {
            Needed.Add($"{table} select");
        }
    }

    private static IEnumerable<NamedTableReference> Named(TableReference source) => source switch
    {
        NamedTableReference named => [named],
        JoinTableReference join => Named(join.FirstTableReference).Concat(Named(join.SecondTableReference)),
        JoinParenthesisTableReference parenthesis => Named(parenthesis.Join),
        _ => [],
    };

    private static string Name(NamedTableReference table) => table.SchemaObject.BaseIdentifier.Value;
}
