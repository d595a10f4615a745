using OnCall.Testing;
using Xunit;

namespace OnCall.Architecture.Tests;

public sealed class FilesTests
{
    private static readonly IReadOnlyList<SourceFile> All = SourceFile.Under("src", "tests", "bench");

    [Fact]
    public void No_file_is_longer_than_two_hundred_lines() => Found.Nothing(Files.TooLong(All));

    [Fact]
    public void A_file_holds_one_public_type() => Found.Nothing(Files.SeveralPublicTypes(All));

    [Fact]
    public void A_file_is_named_for_its_type() => Found.Nothing(Files.Misnamed(All));

    [Fact]
    public void Usings_stand_in_order() => Found.Nothing(Files.UsingsOutOfOrder(All));

    [Fact]
    public void A_using_out_of_order_is_found() => Assert.Equal(
        ["src/A.cs: NodaTime is out of order"],
        Files.UsingsOutOfOrder(
        [
            new("src/A.cs", "using NodaTime;\nusing System.Text;\n\nnamespace X;\n"),
            new("src/B.cs", "using System;\nusing Dapper;\nusing dotnet.X;\nusing static System.Math;\nusing Y = Z.Y;\n\nnamespace X;\n"),
        ]));

    [Fact]
    public void A_long_file_is_found() => Assert.Single(Files.TooLong(
    [
        new("a.cs", string.Concat(Enumerable.Repeat("x;\n", Files.MostLines))),
        new("b.cs", string.Concat(Enumerable.Repeat("x;\n", Files.MostLines + 1))),
    ]));

    [Fact]
    public void A_second_public_type_is_found() => Assert.Equal(
        ["src/Page.cs has 2 public types: Page, PageId", "tests/RoleContract.cs has 2 public types: RoleContract, PageOnSqlite"],
        Files.SeveralPublicTypes(
        [
            new("src/Page.cs", "namespace X;\n\npublic sealed record Page(int A);\n\npublic readonly record struct PageId(Guid Value);\n"),
            new("src/Role.cs", "namespace X;\n\npublic sealed class Role\n{\n    public sealed record Nested;\n}\n\ninternal sealed class Row;\n"),
            new("tests/PageContract.cs", "public abstract class PageContract;\n\npublic sealed class PageOnSqlite : PageContract;\n\npublic sealed class PageOnSqlServer : PageContract;\n"),
            new("tests/RoleContract.cs", "public abstract class RoleContract;\n\npublic sealed class PageOnSqlite : RoleContract;\n"),
            new("src/Answer.cs", "namespace X;\n\npublic sealed record Answer<T>;\n\npublic static partial class Answer\n{\n}\n"),
        ]));

    [Fact]
    public void A_file_named_for_something_else_is_found() => Assert.Equal(
        ["src/Pages.cs holds Page"],
        Files.Misnamed([new("src/Pages.cs", "public sealed class Page;\n"), new("src/Page.Rows.cs", "internal sealed partial class Page;\n"), new("src/Program.cs", "return 0;\n")]));
}
