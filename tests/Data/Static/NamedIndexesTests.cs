using Microsoft.SqlServer.TransactSql.ScriptDom;
using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>
/// SQL Server locks each row that it looks at for a change, and waits for those that others hold. So a change of what is written while paging names the
/// index by whose key it comes to its rows; a claim passes rows by instead, and its UPDATE keeps no lock of those that it does not get.
/// </summary>
public sealed class NamedIndexesTests
{
    private static readonly string[] Tables = ["escalation", "notification", "page_responder", "page_reference", "idempotency_key"];

    // What takes out what is long over waits and is tried again: nobody waits for it, and it holds what nobody wants.
    private static readonly string[] Brooms = ["PurgeReferences", "PurgeKeys"];

    [Fact]
    public void What_changes_a_page_or_a_message_comes_to_it_by_the_key_of_an_index()
    {
        var looked = Statement.Shipped.Where(s => s.ForSqlServer && (s.File.Contains("/Paging/", StringComparison.Ordinal) || s.File.Contains("/Notifications/", StringComparison.Ordinal)))
            .Where(s => !Brooms.Contains(s.Name))
            .Select(s => (s.Name, Problems: Problems(s.Sent, ShippedSchema.Indexes)))
            .Where(s => s.Problems is not null)
            .ToList();

        Assert.True(looked.Count > 16, $"{looked.Count}");
        Found.Nothing(looked.SelectMany(s => s.Problems!.Select(problem => $"{s.Name}: {problem}")));
    }

    [Theory]
    [InlineData("update notification set state = 'a' where notification_id = @id", "names no index")]
    [InlineData("update n set state = 'a' from notification n with (rowlock) where n.notification_id = @id", "names no index")]
    [InlineData("update n set state = 'a' from notification n with (index (ix_notification_due)) where n.notification_id = @id", "does not say what kind")]
    [InlineData("update n set state = 'a' from notification n with (index (pk_notification)) where n.notification_id <> @id", "does not say what notification_id")]
    [InlineData("update n set state = 'a' from notification n with (index (pk_notification)) where n.notification_id = @id or n.state = 'b'", "does not say what notification_id")]
    [InlineData("delete r from @rows j join page_responder r with (index (pk_page_responder)) on r.person_id = j.person", "does not say what page_id")]
    [InlineData("update escalation with (readpast, updlock) set claimed_by = @n output inserted.page_id where page_id in (select c.page_id from escalation c)", "keeps the locks")]
    public void One_that_does_not_is_found(string text, string problem) =>
        Assert.Contains(problem, Assert.Single(Problems(text, ShippedSchema.Indexes)!), StringComparison.Ordinal);

    /// <summary>Null for a text that changes nothing of those tables.</summary>
    private static List<string>? Problems(string text, TableIndexes indexes)
    {
        var changes = new Changes(indexes);
        TSql.Parse(text).Script.Accept(changes);
        return changes.IsAny ? changes.Problems : null;
    }

    private sealed class Changes(TableIndexes indexes) : TSqlFragmentVisitor
    {
        public bool IsAny { get; private set; }

        public List<string> Problems { get; } = [];

        public override void Visit(UpdateSpecification node) => Look(node, node.OutputClause is not null);

        public override void Visit(DeleteSpecification node) => Look(node, isClaim: false);

        private void Look(UpdateDeleteSpecificationBase node, bool isClaim)
        {
            var target = (NamedTableReference)node.Target;
            var alias = target.SchemaObject.BaseIdentifier.Value;
            var sources = new Sources();
            node.FromClause?.Accept(sources);
            var source = sources.All.SingleOrDefault(s => s.Alias?.Value == alias) ?? target;
            var table = source.SchemaObject.BaseIdentifier.Value;
            if (!Tables.Contains(table))
            {
                return;
            }

            IsAny = true;
            if (isClaim)
            {
                if (source.TableHints.Any(hint => hint.HintKind == TableHintKind.UpdLock))
                {
                    Problems.Add("the claim keeps the locks of rows that it does not get");
                }

                return;
            }

            var named = source.TableHints.OfType<IndexTableHint>().SelectMany(hint => hint.IndexValues).Select(value => value.Identifier.Value).SingleOrDefault();
            if (named is null)
            {
                Problems.Add($"{table} is changed, and it names no index");
                return;
            }

            var index = indexes.Find(named);
            Assert.Equal(table, index.Table);
            var equal = Equal(node.WhereClause?.SearchCondition).Concat(sources.Conditions.SelectMany(Equal)).Where(c => c.Alias == alias).Select(c => c.Column).ToHashSet();
            var wanted = index.IsPrimaryKey ? index.Keys : index.Keys.Take(1);
            Problems.AddRange(wanted.Where(key => !equal.Contains(key)).Select(key => $"{named} is named, and it does not say what {key} is"));
        }

        private static IEnumerable<(string Alias, string Column)> Equal(BooleanExpression? condition) => condition switch
        {
            BooleanParenthesisExpression inner => Equal(inner.Expression),
            BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both => Equal(both.FirstExpression).Concat(Equal(both.SecondExpression)),
            BooleanComparisonExpression { ComparisonType: BooleanComparisonType.Equals } comparison => Columns(comparison.FirstExpression).Concat(Columns(comparison.SecondExpression)),
            _ => [],
        };

        private static IEnumerable<(string Alias, string Column)> Columns(ScalarExpression side) =>
            side is ColumnReferenceExpression { MultiPartIdentifier: { Count: 2 } name } ? [(name[0].Value, name[1].Value)] : [];
    }

    private sealed class Sources : TSqlFragmentVisitor
    {
        public List<NamedTableReference> All { get; } = [];

        public List<BooleanExpression> Conditions { get; } = [];

        public override void Visit(NamedTableReference node) => All.Add(node);

        public override void Visit(QualifiedJoin node) => Conditions.Add(node.SearchCondition);
    }
}
