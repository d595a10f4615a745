using Microsoft.SqlServer.TransactSql.ScriptDom;
using OnCall.Data.Schema;
using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>
/// A migration runs in one transaction, which a statement that fails may doom, caught or not: what the login may not do is asked first. Only a
/// deny is like that, and stands in a text that is run, since not every engine has it.
/// </summary>
public sealed class MigrationTransactionsTests
{
    [Fact]
    public void A_migration_catches_nothing_and_denies_only_where_the_login_may()
    {
        var batches = MigrationScript.Shipped(DatabaseProvider.SqlServer).SelectMany(script => script.Batches()).ToArray();
        Found.Nothing(batches.SelectMany(Problems));
        Assert.Equal(2, batches.Sum(batch => Run(batch).Sum(text => Denies(text).Count)));
    }

    [Theory]
    [InlineData("begin try exec('select 1 as a;'); end try begin catch print error_message(); end catch;", "catches an error")]
    [InlineData("deny update on page to public;", "denies without asking")]
    [InlineData("exec('deny update on page to public;');", "denies without asking")]
    [InlineData("exec('if 1 = 1 deny update on page to public;');", "denies without asking")]
    [InlineData("exec('if has_perms_by_name(''shift'', ''OBJECT'', ''CONTROL'') = 1 deny update on page to public;');", "denies without asking")]
    [InlineData("exec('deny update on page too public;');", "cannot be read")]
    public void One_that_does_is_found(string batch, string says) => Assert.Contains(Problems(batch), problem => problem.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData("exec('if has_perms_by_name(''page'', ''OBJECT'', ''CONTROL'') = 1 deny update on page to public;');")]
    [InlineData("exec('if has_perms_by_name(''a'', ''OBJECT'', ''CONTROL'') = 1 and has_perms_by_name(''b'', ''OBJECT'', ''CONTROL'') = 1 begin deny update on a to public; deny update on b to public; end;');")]
    public void One_that_asks_passes(string batch) => Assert.Empty(Problems(batch));

    private static IEnumerable<string> Problems(string batch)
    {
        var catches = new Finder<TryCatchStatement>();
        TSql.Parse(batch).Script.Accept(catches);
        return catches.Found.Select(at => $"line {at.StartLine} catches an error, which may have doomed the transaction")
            .Concat(Run(batch).Where(text => TSql.Parse(text).Errors.Count > 0).Select(text => $"a text that is run cannot be read: {text}"))
            .Concat(Run(batch).Prepend(batch).SelectMany(Denies).Where(deny => !deny.IsAsked).Select(deny => $"denies without asking for CONTROL: {deny.Table}"));
    }

    /// <summary>The texts that a batch runs.</summary>
    private static IEnumerable<string> Run(string batch)
    {
        var run = new Finder<ExecutableStringList>();
        TSql.Parse(batch).Script.Accept(run);
        return run.Found.Select(list => string.Concat(list.Strings.OfType<StringLiteral>().Select(literal => literal.Value)));
    }

    private static List<(string Table, bool IsAsked)> Denies(string text)
    {
        var (script, ifs, denies) = (TSql.Parse(text).Script, new Finder<IfStatement>(), new Finder<DenyStatement>());
        script.Accept(ifs);
        script.Accept(denies);
        return
        [
            .. denies.Found.Select(deny =>
            {
                var table = deny.SecurityTargetObject?.ObjectName.MultiPartIdentifier.Identifiers[^1].Value ?? "the whole database";
                return (table, ifs.Found.Any(one => Within(deny, one.ThenStatement) && Asked(one.Predicate).Contains(table)));
            }),
        ];
    }

    /// <summary>The objects of which a condition asks whether the login controls them.</summary>
    private static IEnumerable<string> Asked(BooleanExpression condition)
    {
        var calls = new Finder<FunctionCall>();
        condition.Accept(calls);
        return calls.Found
            .Where(call => string.Equals(call.FunctionName.Value, "has_perms_by_name", StringComparison.OrdinalIgnoreCase) && call.Parameters is [_, _, StringLiteral { Value: "CONTROL" }])
            .Select(call => call.Parameters[0]).OfType<StringLiteral>().Select(name => name.Value);
    }

    private static bool Within(TSqlFragment inner, TSqlFragment outer) =>
        inner.StartOffset >= outer.StartOffset && inner.StartOffset < outer.StartOffset + outer.FragmentLength;

    private sealed class Finder<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment fragment)
        {
            if (fragment is T found)
            {
                Found.Add(found);
            }
        }
    }
}
