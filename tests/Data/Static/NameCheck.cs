using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>
/// Resolves every table and column that a script names against the catalog. What it does not understand is a problem
/// too: a check that skips is worth nothing. This part holds queries; the other two what changes rows and what changes tables.
/// </summary>
internal sealed partial class NameCheck(TableCatalog tables, bool keep = false) : TSqlFragmentVisitor
{
    private static readonly HashSet<string> DatePartFunctions =
        new(["dateadd", "datediff", "datediff_big", "datepart", "datename"], StringComparer.OrdinalIgnoreCase);

    private readonly TableCatalog _tables = keep ? tables : tables.Copy();
    private readonly Stack<Dictionary<string, IReadOnlyDictionary<string, ColumnOrigin>?>> _ctes = new();
    private readonly Dictionary<string, IReadOnlyDictionary<string, ColumnOrigin>> _variables = new(StringComparer.OrdinalIgnoreCase);
    private NameScope _scope = new(null);

    public List<(int Line, string What)> Problems { get; } = [];

    /// <summary>The tables after what was read.</summary>
    public TableCatalog Tables => _tables;

    /// <summary>What each column that was named stands for, where that is known.</summary>
    public Dictionary<ColumnReferenceExpression, ColumnOrigin> Origins { get; } = [];

    public override void ExplicitVisit(SelectStatement node)
    {
        if (node.Into is not null)
        {
            Report(node.Into, "SELECT INTO is not understood here");
        }

        WithCtes(node.WithCtesAndXmlNamespaces, () => node.QueryExpression.Accept(this));
    }

    public override void ExplicitVisit(QuerySpecification node) => Within(new NameScope(_scope), () =>
    {
        AddSources(node.FromClause);
        VisitAll(node.SelectElements);
        node.TopRowFilter?.Accept(this);
        node.WhereClause?.Accept(this);
        node.GroupByClause?.Accept(this);
        node.HavingClause?.Accept(this);
        node.OffsetClause?.Accept(this);
        VisitOrder(node.OrderByClause, node, sourcesToo: true);
    });

    public override void ExplicitVisit(BinaryQueryExpression node)
    {
        node.FirstQueryExpression.Accept(this);
        node.SecondQueryExpression.Accept(this);
        node.OffsetClause?.Accept(this);
        VisitOrder(node.OrderByClause, node, sourcesToo: false);
    }

    public override void ExplicitVisit(ColumnReferenceExpression node)
    {
        if (node.ColumnType != ColumnType.Regular)
        {
            return;
        }

        var parts = node.MultiPartIdentifier.Identifiers;
        var qualifier = parts.Count > 1 ? parts[^2].Value : null;
        if (_scope.Problem(qualifier, parts[^1].Value) is { } problem)
        {
            Report(node, problem);
        }
        else if (_scope.Origin(qualifier, parts[^1].Value) is { } origin)
        {
            Origins[node] = origin;
        }
    }

    public override void ExplicitVisit(FunctionCall node)
    {
        // The parser reads the word of DATEADD(day, …) as a column.
        VisitAll(DatePartFunctions.Contains(node.FunctionName.Value) ? node.Parameters.Skip(1) : node.Parameters);
        node.OverClause?.Accept(this);
        node.WithinGroupClause?.Accept(this);
    }

    private void VisitOrder(OrderByClause? order, QueryExpression query, bool sourcesToo)
    {
        var outputs = QueryOutput.Of(query);
        foreach (var element in order?.OrderByElements ?? [])
        {
            var alias = element.Expression is ColumnReferenceExpression { MultiPartIdentifier: { Count: 1 } name } ? name[0].Value : null;
            if (alias is not null && outputs?.ContainsKey(alias) == true)
            {
                continue;
            }

            if (sourcesToo)
            {
                element.Accept(this);
            }
            else
            {
                Report(element, $"'{alias ?? "an expression"}' is no output column of this UNION");
            }
        }
    }

    private void WithCtes(WithCtesAndXmlNamespaces? with, Action body)
    {
        _ctes.Push(new(StringComparer.OrdinalIgnoreCase));
        foreach (var cte in with?.CommonTableExpressions ?? [])
        {
            // In sight of itself, for recursion.
            _ctes.Peek()[cte.ExpressionName.Value] = QueryOutput.Of(cte.QueryExpression, cte.Columns);
            cte.QueryExpression.Accept(this);
        }

        body();
        _ctes.Pop();
    }

    private void Within(NameScope scope, Action body)
    {
        var before = _scope;
        _scope = scope;
        body();
        _scope = before;
    }

    private void VisitAll(IEnumerable<TSqlFragment> nodes)
    {
        foreach (var node in nodes)
        {
            node.Accept(this);
        }
    }

    private void Report(TSqlFragment at, string what) => Problems.Add((at.StartLine, what));
}
