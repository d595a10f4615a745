using OnCall.Testing;
using Xunit;

namespace OnCall.Architecture.Tests;

/// <summary>The threat model and the checklist leave nothing out, and name only what is there.</summary>
public sealed class SecurityTests
{
    private static readonly string Text = File.ReadAllText(SourceTree.PathOf("docs/security.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Every_requirement_stands_once_with_its_evidence_or_its_reason() => Found.Nothing(SecurityTable.Gaps(SecurityTable.Requirements(Text)));

    [Fact]
    public void Every_abuse_case_says_what_stops_it_what_remains_and_what_shows_it()
    {
        var cases = SecurityTable.Cases(Text);

        Assert.NotEmpty(cases);
        Found.Nothing(SecurityTable.Unproven(cases));
    }

    [Fact]
    public void Every_file_and_test_that_is_named_is_there() =>
        Found.Nothing(SecurityTable.Missing(Text, SourceFile.Under("tests"), path => Path.Exists(SourceTree.PathOf(path))));

    [Fact]
    public void The_sum_is_right() => Assert.Contains(SecurityTable.Sum(SecurityTable.Requirements(Text)), Text, StringComparison.Ordinal);

    [Fact]
    public void There_are_253_of_them_with_the_first_and_the_last() =>
        Assert.Equal((253, "1.1.1", "10.4.11", "17.3.2"), (SecurityTable.Numbers.Distinct().Count(), SecurityTable.Numbers[0], SecurityTable.Numbers.Single(n => n == "10.4.11"), SecurityTable.Numbers[^1]));

    [Fact]
    public void A_requirement_that_is_left_out_stands_twice_or_shows_nothing_is_found()
    {
        Dictionary<string, string> planted = new()
        {
            ["1.1.1"] = "| 1.1.1 | what | met | we are sure |\n",
            ["1.1.2"] = "| 1.1.2 | what | partly | `src/A.cs` |\n",
            ["1.2.1"] = "| 1.2.1 | what | not met | |\n",
            ["1.2.2"] = "| 1.2.2 | what | does not apply | |\n",
            ["1.2.3"] = "| 1.2.3 | what | nearly | `src/A.cs` |\n",
            ["1.2.4"] = "| 1.2.4 | | met | `src/A.cs` |\n",
            ["1.2.5"] = "| 1.2.5 | what | met |\n",
            ["1.2.6"] = "",
            ["1.2.7"] = "| 1.2.7 | what | met | `src/A.cs` |\n| 1.2.7 | what | met | `A.cs: It_holds` |\n| 1.2.10 | what | not met | level 3 |\n",
            ["1.2.8"] = "| 1.2.8 | what | partly | `A.cs: It_holds`. Missing: more |\n",
        };
        var rows = SecurityTable.Requirements(string.Concat(SecurityTable.Numbers.Select(n => planted.GetValueOrDefault(n, $"| {n} | what | does not apply | none |\n"))));

        Assert.Equal(
            [
                "1.2.6 has 0 rows", "1.2.7 has 2 rows", "1.2.10 is no requirement of level 1 or 2", "1.1.1 names neither a test nor a file", "1.1.2 does not say what is missing",
                "1.2.1 gives no reason", "1.2.2 gives no reason", "1.2.3 is nearly, which is no state", "1.2.4 does not say what it asks for", "1.2.5 has not four cells",
            ],
            SecurityTable.Gaps(rows));
    }

    [Fact]
    public void A_file_or_a_test_that_is_gone_is_found()
    {
        SourceFile[] tests =
        [
            new("tests/A.cs", "class A\n{\n    [Theory]\n    [InlineData(\"a;b\")]\n    public void One_is_here(string x) => X();\n\n    public void Two_is_none() => X();\n}\n"),
            new("tests/B/A.cs", "class A\n{\n    [Fact]\n    public async Task Three_is_in_another_of_that_name() => X();\n}\n"),
        ];

        Assert.Equal(
            ["A.cs has no test Two_is_none", "B.cs has no test One_is_here", "there is no src/Gone.cs", "there is no Directory.Gone.props", "`A.cs` is neither a path nor a test"],
            SecurityTable.Missing(
                "`A.cs: One_is_here`, `A.cs: Two_is_none`, `A.cs: Three_is_in_another_of_that_name`, `B.cs: One_is_here`, `src/Here.cs`, `src/Gone.cs`, `Directory.Gone.props`, `A.cs`, `OnCall__PublicUrl`",
                tests,
                path => path == "src/Here.cs"));
    }

    [Fact]
    public void A_case_without_a_test_or_without_what_remains_is_found() => Assert.Equal(
        ["**Two** lacks a cell or a test", "**Three** lacks a cell or a test"],
        SecurityTable.Unproven(SecurityTable.Cases("| **One** | a | b | `A.cs: It_holds` |\n| **Two** | a | | `A.cs: It_holds` |\n| **Three** | a | b | we are sure |\n")));
}
