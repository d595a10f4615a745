using Microsoft.SqlServer.TransactSql.ScriptDom;
using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>The hot reads find all that they want of a row in the index by which they find the row.</summary>
public sealed class CoveringTests
{
    [Theory]
    [InlineData("Rosters/RosterStore.sql", "InForce", 1, "s", "ix_shift_in_force", "superseded_by is null")]
    [InlineData("Rosters/RosterStore.sql", "InForce", 2, "s", "ix_shift_long", "superseded_by is null and is_long = 1")]
    [InlineData("Rosters/RosterStore.sql", "InForceEverywhere", 1, "s", "ix_shift_in_force_time", "superseded_by is null")]
    [InlineData("Paging/PageStore.sqlserver.sql", "ClaimDue", 1, "c", "ix_escalation_due", "due_at is not null")]
    [InlineData("Paging/PageStore.sqlserver.sql", "ClaimToLookAt", 1, "c", "ix_escalation_look", "look_at is not null")]
    [InlineData("Paging/PageStore.sqlserver.sql", "ClaimStale", 1, "c", "ix_escalation_open", "is_open = 1")]
    [InlineData("Notifications/NotificationStore.sqlserver.sql", "ClaimDue", 1, "c", "ix_notification_due", "state = 'Pending'")]
    [InlineData("Notifications/NotificationStore.sqlserver.sql", "ClaimExpired", 1, "c", "ix_notification_claimed", "state = 'Claimed'")]
    [InlineData("Notices/NoticeOutbox.sqlserver.sql", "Claim", 1, "c", "ix_notice_delivery_due", "state = 'Pending'")]
    public void What_resolves_and_what_claims_reads_an_index_alone(string file, string name, int query, string alias, string index, string filter)
    {
        var statement = Statement.Shipped.Single(s => s.File == "src/OnCall.Data/" + file && s.Name == name);
        var found = ShippedSchema.Indexes.Find(index);
        Assert.Equal(filter, found.Filter);
        Found.Nothing(Missing(statement.Sent, query, alias, found, ShippedSchema.Indexes).Select(column => $"{index} lacks {column}, which {name} reads"));
    }

    [Fact]
    public void A_column_that_is_not_in_the_index_is_found()
    {
        var indexes = TableIndexes.From(["create table t (a int not null constraint pk_t primary key, b int, c int, d int, e int);", "create index ix on t (b) include (c) where d is null and e = 1;"]);
        Assert.Equal(["d", "f"], Missing("select t.a, t.c, t.f, u.g from t join u on u.h = t.b where t.d is null and t.e = 1 and exists (select 1 from v where v.i = 1)", 1, "t", indexes.Find("ix"), indexes));
    }

    // A column that the filter holds to one value needs not be there. One that it holds to be null must be: SQL Server looks the row up to see it.
    private static IEnumerable<string> Missing(string text, int query, string alias, TableIndex index, TableIndexes indexes)
    {
        var queries = new Queries(alias);
        TSql.Parse(text).Script.Accept(queries);
        var rows = indexes.Clustered(index.Table)?.Keys ?? [];
        return queries.Columns[query - 1]
            .Where(column => !index.Has(column) && !rows.Contains(column) && index.Filter?.Contains(column + " = ", StringComparison.Ordinal) != true)
            .Order(StringComparer.Ordinal);
    }

    /// <summary>For each query that has the alias in its own FROM, what it names of it.</summary>
    private sealed class Queries(string alias) : TSqlFragmentVisitor
    {
        public List<HashSet<string>> Columns { get; } = [];

        public override void Visit(QuerySpecification node)
        {
            var sources = new Named(alias);
            node.FromClause?.Accept(sources);
            if (sources.IsSource)
            {
                var named = new Named(alias);
                node.Accept(named);
                Columns.Add(named.Columns);
            }
        }
    }

    private sealed class Named(string alias) : TSqlFragmentVisitor
    {
        public bool IsSource { get; private set; }

        public HashSet<string> Columns { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void ExplicitVisit(QueryDerivedTable node)
        {
        }

        public override void Visit(NamedTableReference node) => IsSource |= (node.Alias ?? node.SchemaObject.BaseIdentifier).Value == alias;

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is { Count: 2 } name && name[0].Value == alias)
            {
                Columns.Add(name[1].Value);
            }
        }
    }
}
