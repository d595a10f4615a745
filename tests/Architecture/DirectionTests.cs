using OnCall.Testing;
using Xunit;

namespace OnCall.Architecture.Tests;

public sealed class DirectionTests
{
    public static TheoryData<string> Projects => [.. Direction.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_what_lies_inwards(string project) => Found.Nothing(Direction.Problems(BuiltAssembly.Read(project)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_lies_inwards(string project) =>
        Found.Nothing(Direction.Problems(project, File.ReadAllText(SourceTree.PathOf($"src/{project}/{project}.csproj"))));

    [Fact]
    public void The_api_names_its_adapters_only_where_it_composes() => Found.Nothing(Direction.AdaptersNamed(SourceFile.Under("src/OnCall.Api")));

    [Fact]
    public void Every_project_of_the_house_has_a_rule() => Assert.Equal(
        Direction.Projects.Append("OnCall.SqlServerTypes").Order(StringComparer.Ordinal),
        SourceTree.Files("src", "*.csproj").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void A_domain_that_reaches_for_the_database_is_found()
    {
        // The Data project, had it been the Domain.
        var planted = BuiltAssembly.Read("OnCall.Data") with { Name = "OnCall.Domain" };
        var found = Direction.Problems(planted).ToArray();
        Assert.Contains("OnCall.Domain uses Dapper", found);
        Assert.Contains("OnCall.Domain uses OnCall.Application", found);
        Assert.Contains("OnCall.Domain uses System.Data.Common", found);
    }

    [Theory]
    [InlineData("OnCall.Application", "OnCall.Data")]
    [InlineData("OnCall.Application", "Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("OnCall.Application", "Quartz")]
    [InlineData("OnCall.Data", "OnCall.Channels")]
    [InlineData("OnCall.Scheduler", "OnCall.Data")]
    [InlineData("OnCall.Ldap", "OnCall.Data")]
    [InlineData("OnCall.Application", "System.DirectoryServices.Protocols")]
    [InlineData("OnCall.Domain", "System.Net.Http")]
    public void A_wrong_use_is_found(string project, string reference) => Assert.Equal(
        [$"{project} uses {reference}"],
        Direction.Problems(new BuiltAssembly(project, new HashSet<string>(StringComparer.Ordinal) { "System.Runtime", reference }, new HashSet<string>(StringComparer.Ordinal))));

    [Fact]
    public void A_wrong_line_in_a_project_file_is_found() => Assert.Equal(
        ["OnCall.Scheduler refers to OnCall.Data"],
        Direction.Problems("OnCall.Scheduler", """<Project><ItemGroup><ProjectReference Include="..\OnCall.Data\OnCall.Data.csproj" /></ItemGroup></Project>"""));

    [Fact]
    public void An_endpoint_that_names_a_store_is_found() => Assert.Equal(
        ["src/OnCall.Api/Endpoints/Pages.cs names OnCall.Data: only Program.cs composes", "src/OnCall.Api/Webhooks/Twilio.cs names OnCall.Data: only Program.cs composes"],
        Direction.AdaptersNamed(
        [
            new("src/OnCall.Api/Program.cs", "using OnCall.Data;\n"),
            new("src/OnCall.Api/Endpoints/Roles.cs", "// See OnCall.Data.\nvar text = \"OnCall.Data\";\n"),
            new("src/OnCall.Api/Endpoints/Pages.cs", "using OnCall.Data.Paging;\n"),
            new("src/OnCall.Api/Webhooks/Twilio.cs", "using OnCall.Channels.Sms;\nusing OnCall.Data.Paging;\n"),
        ]));
}
