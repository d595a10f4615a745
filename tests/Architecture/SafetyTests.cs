using OnCall.Testing;
using Xunit;

namespace OnCall.Architecture.Tests;

/// <summary>The table of the safety rules names only what is there.</summary>
public sealed class SafetyTests
{
    private static readonly IReadOnlyList<string[]> Rows = SafetyTable.Rows(File.ReadAllText(SourceTree.PathOf("docs/safety.md")).ReplaceLineEndings("\n"));

    [Fact]
    public void Every_rule_has_its_tests_or_says_what_it_waits_for() => Found.Nothing(SafetyTable.Gaps(Rows));

    [Fact]
    public void Every_test_that_is_named_is_there() => Found.Nothing(SafetyTable.MissingTests(Rows, SourceFile.Under("tests").ToDictionary(f => f.Path)));

    [Fact]
    public void Every_type_that_is_named_is_there() =>
        Found.Nothing(SafetyTable.MissingTypes(Rows, SourceFile.Under("src").SelectMany(f => f.Types()).Select(t => t.Name).ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void A_test_that_is_gone_renamed_or_no_test_any_more_is_found()
    {
        var tests = new Dictionary<string, SourceFile>
        {
            ["tests/A.cs"] = new("tests/A.cs", "class A\n{\n    [Fact]\n    public void One_is_here() => X();\n\n    public void Two_is_none() => X();\n\n    // Three_is_said()\n}\n"),
        };
        var rows = SafetyTable.Rows("| 1 | r | k | [A](../tests/A.cs): `One_is_here`, `Two_is_none`<br>[A](../tests/A.cs): `Three_is_said`<br>[B](../tests/A.cs): `One_is_here`<br>`Four_is_alone` | |\n");

        Assert.Equal(
            ["tests/A.cs has no test Two_is_none", "tests/A.cs has no test Three_is_said", "tests/A.cs has no B", "Four_is_alone stands under no class"],
            SafetyTable.MissingTests(rows, tests));
    }

    [Fact]
    public void A_rule_without_a_row_or_a_proof_and_a_type_that_is_gone_are_found()
    {
        var rows = SafetyTable.Rows(string.Concat(Enumerable.Range(2, SafetyTable.Rules - 1).Select(n => $"| {n} | r | `SendPage`, `Gone` | {(n == 5 ? "none" : "`A_test`")} | {(n == 6 ? "waits" : "")} |\n")));

        Assert.Equal(["rule 1 has not one row", "rule 5 has neither a test nor anything that it waits for"], SafetyTable.Gaps(rows));
        Assert.Equal("there is no type Gone", Assert.Single(SafetyTable.MissingTypes(rows, new HashSet<string> { "SendPage" }).Distinct()));
    }
}
