using System.Text.Json;
using NodaTime;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Pages;

public sealed class ListPagesTests
{
    [Fact]
    public async Task Pages_are_listed_by_every_state_and_by_whether_they_stand_at_the_desk()
    {
        await using var host = await ApiHost.StartAsync();

        // Nobody is on: an urgent page goes to the desk at once, a routine one stands there too.
        var open = await host.PagedAsync();
        host.Clock.Now += Duration.FromSeconds(1);
        var taken = await host.PagedAsync();
        await host.MoveAsync(taken, "acknowledge");
        host.Clock.Now += Duration.FromSeconds(1);
        var resolved = await host.PagedAsync();
        await host.MoveAsync(resolved, "resolve", """{"outcome":"Seen"}""");
        host.Clock.Now += Duration.FromSeconds(1);
        var cancelled = await host.PagedAsync();
        await host.MoveAsync(cancelled, "cancel");

        Assert.Equal([open], await IdsAsync(host, "state=open"));
        Assert.Equal([taken], await IdsAsync(host, "state=acknowledged"));
        Assert.Equal([resolved], await IdsAsync(host, "state=resolved"));
        Assert.Equal([cancelled], await IdsAsync(host, "state=Cancelled"));
        Assert.Equal([cancelled, resolved], await IdsAsync(host, "state=closed"));
        Assert.Equal([open], await IdsAsync(host, "atDesk=true"));
        Assert.Empty(await IdsAsync(host, "state=open&atDesk=false"));
        Assert.Equal([cancelled, resolved, taken], await IdsAsync(host, "atDesk=false"));
        Assert.Equal(4, (await IdsAsync(host, "")).Count);
    }

    [Theory]
    [InlineData("state=done", "state", "open, acknowledged, resolved, cancelled, closed")]
    [InlineData("state=atDesk", "state", "open, acknowledged, resolved, cancelled, closed")]
    [InlineData("state=1", "state", "open, acknowledged, resolved, cancelled, closed")]
    [InlineData("atDesk=yes", "atDesk", "true or false")]
    [InlineData("urgency=high", "urgency", "code, urgent, critical-result, routine")]
    public async Task A_value_that_there_is_not_is_named_with_those_that_there_are(string query, string field, string values)
    {
        await using var host = await ApiHost.StartAsync();
        var answer = await host.Admin.GetPathAsync($"{PageRequests.Pages}?{query}");
        await ProblemAssert.NamesAsync(answer, field);
        var error = (await answer.ReadAsync()).At("errors.0");
        Assert.Contains(values, error.Text("message"), StringComparison.Ordinal);
        Assert.Equal(query.Split('=')[1], error.Text("value"));
    }

    private static async Task<List<string>> IdsAsync(ApiHost host, string query)
    {
        var answer = await (await host.Admin.GetPathAsync($"{PageRequests.Pages}?{query}")).ReadAsync();
        return [.. answer.At("items").EnumerateArray().Select((JsonElement p) => p.Text("id")!)];
    }
}
