using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>
/// Two workers may pick the same candidates: only the UPDATE's own WHERE decides who has a row. A claim therefore repeats
/// outside what it asked inside, for every column that a claim changes.
/// </summary>
internal sealed class ClaimGuards : TSqlFragmentVisitor
{
    private static readonly string[] StateColumns = ["state", "phase", "is_open", "version", "claimed_by", "claimed_until"];

    public List<(int Line, string What)> Problems { get; } = [];

    public override void Visit(UpdateSpecification node)
    {
        var set = node.SetClauses.OfType<AssignmentSetClause>().Where(clause => clause.Column is not null).ToArray();
        var changed = set.Select(clause => Last(clause.Column)).Concat(StateColumns).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var claims = set.Any(clause => Last(clause.Column) is "claimed_by" or "claimed_until" && clause.NewValue is not NullLiteral);
        var outside = new Columns(intoQueries: false);
        node.WhereClause?.Accept(outside);
        var inside = new Columns(intoQueries: true);
        node.WhereClause?.Accept(inside);

        var forgotten = inside.Conditions.Where(column => changed.Contains(column) && !outside.Names.Contains(column)).ToArray();
        if (forgotten.Length > 0)
        {
            Problems.Add((node.StartLine, $"the UPDATE itself must check {string.Join(", ", forgotten)} again, not only the query that picks the rows"));
        }
        else if (claims && !outside.Names.Overlaps(StateColumns))
        {
            Problems.Add((node.StartLine, "a claim must check the state that it takes the row from"));
        }
    }

    private static string Last(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;

    private sealed class Columns(bool intoQueries) : TSqlFragmentVisitor
    {
        private int _depth;

        /// <summary>Columns seen at all.</summary>
        public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>Columns in the WHERE of inner queries.</summary>
        public HashSet<string> Conditions { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void ExplicitVisit(QuerySpecification node)
        {
            if (!intoQueries)
            {
                return;
            }

            _depth++;
            node.WhereClause?.Accept(this);
            foreach (var source in node.FromClause?.TableReferences ?? [])
            {
                source.Accept(this);
            }

            _depth--;
        }

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is null)
            {
                return;
            }

            Names.Add(Last(node));
            if (_depth > 0)
            {
                Conditions.Add(Last(node));
            }
        }
    }
}
