using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>By which indexes a text changes rows of some tables, and what is wrong with that.</summary>
internal sealed class NamedIndexes : TSqlFragmentVisitor
{
    // Of these the first column tells few rows.
    private static readonly string[] ByFirst = ["ix_notification_page", "ix_page_reference_page"];

    private readonly IReadOnlyCollection<string> _tables;
    private readonly TableIndexes _indexes;

    private NamedIndexes(IReadOnlyCollection<string> tables, TableIndexes indexes) => (_tables, _indexes) = (tables, indexes);

    public bool IsAny { get; private set; }

    public List<string> Problems { get; } = [];

    public static NamedIndexes Of(string text, IReadOnlyCollection<string> tables, TableIndexes indexes)
    {
        var found = new NamedIndexes(tables, indexes);
        TSql.Parse(text).Script.Accept(found);
        return found;
    }

    public override void Visit(UpdateStatement node) => Look(node.UpdateSpecification, node.OptimizerHints, node.UpdateSpecification.OutputClause is not null);

    public override void Visit(DeleteStatement node) => Look(node.DeleteSpecification, node.OptimizerHints, isClaim: false);

    private void Look(UpdateDeleteSpecificationBase node, IEnumerable<OptimizerHint> hints, bool isClaim)
    {
        if (ChangedTable.Of(node) is not { } source || !_tables.Contains(source.SchemaObject.BaseIdentifier.Value))
        {
            return;
        }

        IsAny = true;
        if (isClaim)
        {
            LookAtClaim([.. source.TableHints.Select(hint => hint.HintKind)]);
        }
        else
        {
            var joins = new Joins();
            node.FromClause?.Accept(joins);
            LookAtKeys(source, node.WhereClause?.SearchCondition, joins.Conditions);
            if (joins.Conditions.Count > 0 && !new[] { OptimizerHintKind.LoopJoin, OptimizerHintKind.ForceOrder }.All(hints.Select(hint => hint.HintKind).Contains))
            {
                Problems.Add("it may begin with its table, and not with the rows that are given");
            }
        }
    }

    private void LookAtClaim(HashSet<TableHintKind> hints)
    {
        if (hints.Contains(TableHintKind.UpdLock))
        {
            Problems.Add("the claim keeps the locks of rows that it does not get");
        }

        if (!hints.Contains(TableHintKind.ReadPast) || !hints.Contains(TableHintKind.ReadCommittedLock))
        {
            Problems.Add("the claim waits for rows that others hold");
        }
    }

    private void LookAtKeys(NamedTableReference source, BooleanExpression? where, IEnumerable<BooleanExpression> joins)
    {
        var table = source.SchemaObject.BaseIdentifier.Value;
        var alias = source.Alias?.Value ?? table;
        if (source.TableHints.OfType<IndexTableHint>().SelectMany(hint => hint.IndexValues).SingleOrDefault()?.Identifier.Value is not { } named)
        {
            Problems.Add($"{table} is changed, and it names no index");
            return;
        }

        var index = _indexes.Find(named);
        Assert.Equal(table, index.Table);
        var told = Told(where, alias).Concat(joins.SelectMany(condition => Told(condition, alias))).ToHashSet(StringComparer.Ordinal);
        Problems.AddRange(index.Keys.Take(ByFirst.Contains(named) ? 1 : index.Keys.Count).Where(key => !told.Contains(key)).Select(key => $"{named} is not told {key}"));
    }

    // Columns of the table that are to be what somebody else says.
    private static IEnumerable<string> Told(BooleanExpression? condition, string alias) => condition switch
    {
        BooleanParenthesisExpression inner => Told(inner.Expression, alias),
        BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both => Told(both.FirstExpression, alias).Concat(Told(both.SecondExpression, alias)),
        BooleanComparisonExpression { ComparisonType: BooleanComparisonType.Equals } same => Told(same.FirstExpression, same.SecondExpression, alias).Concat(Told(same.SecondExpression, same.FirstExpression, alias)),
        InPredicate { NotDefined: false, Subquery: null } among when among.Values.All(value => value is VariableReference) => Own(among.Expression, alias),
        _ => [],
    };

    private static IEnumerable<string> Told(ScalarExpression side, ScalarExpression other, string alias) =>
        other is VariableReference || (other is ColumnReferenceExpression && !Own(other, alias).Any()) ? Own(side, alias) : [];

    private static IEnumerable<string> Own(ScalarExpression side, string alias) =>
        side is ColumnReferenceExpression { MultiPartIdentifier: { Count: 2 } name } && name[0].Value == alias ? [name[1].Value] : [];

    private sealed class Joins : TSqlFragmentVisitor
    {
        public List<BooleanExpression> Conditions { get; } = [];

        public override void Visit(QualifiedJoin node)
        {
            if (node.QualifiedJoinType == QualifiedJoinType.Inner)
            {
                Conditions.Add(node.SearchCondition);
            }
        }
    }
}
