using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Directory;

public sealed class PolicyTests
{
    private const string Path = "/api/v1/policies/lab";
    private const string Steps = """
        "name":"Laboratory","steps":[{"waitSeconds":300,"targets":[{"type":"tier","tier":1}]}]
        """;

    [Fact]
    public async Task A_policy_says_within_what_time_it_wants_an_outcome_or_says_nothing_of_it()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync(Path, $$"""{{{Steps}},"outcomeWithinSeconds":1800}""");
        Assert.Equal(1800, (await (await host.Admin.GetPathAsync(Path)).ReadAsync()).At("outcomeWithinSeconds").GetInt32());

        await host.Admin.PutAsync(Path, $$"""{{{Steps}}}""");
        var read = await (await host.Admin.GetPathAsync(Path)).ReadAsync();
        Assert.True(!read.TryGetProperty("outcomeWithinSeconds", out var none) || none.ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(59)]
    [InlineData(86_401)]
    public async Task A_time_that_is_too_short_or_too_long_is_refused(int seconds)
    {
        await using var host = await ApiHost.StartAsync();
        await ProblemAssert.NamesAsync(await host.Admin.PutAsync(Path, $$"""{{{Steps}},"outcomeWithinSeconds":{{seconds}}}"""), "outcomeWithinSeconds");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Admin.GetPathAsync(Path)).StatusCode);
    }
}
