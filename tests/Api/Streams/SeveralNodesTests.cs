using System.Text.Json;
using NodaTime.Text;
using OnCall.Api.Tests.Rosters;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Streams;

/// <summary>Two nodes over one database: what happens on one is seen, and counts, on the other.</summary>
public sealed class SeveralNodesTests
{
    private static int s_keys;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_one_node_wrote_is_shown_on_the_streams_of_the_other()
    {
        await using var a = await ApiHost.StartAsync();
        await using var b = await SecondAsync(a);
        using var anna = await AnnaAsync(a);
        using var inbox = await SseReader.OpenAsync(anna, "/api/v1/me/inbox/stream");
        Assert.Equal(0, (await inbox.NextAsync("snapshot")).At("items").GetArrayLength());
        using var board = await SseReader.OpenAsync(a.Admin, "/api/v1/board/stream");
        await board.NextAsync("snapshot");

        var page = await PageAsync(b);

        Assert.Equal(page.Text("id"), (await inbox.NextAsync("snapshot")).Text("items.0.id"));
        Assert.Equal(page.Text("id"), (await board.NextAsync("page")).Text("id"));
    }

    [Fact]
    public async Task An_inbox_that_is_open_on_one_node_makes_its_owner_reachable_for_the_other_until_it_is_closed()
    {
        await using var a = await ApiHost.StartAsync();
        await using var b = await SecondAsync(a);
        using var anna = await AnnaAsync(a);
        Assert.False(await IsReachableAsync(b));

        using (var inbox = await SseReader.OpenAsync(anna, "/api/v1/me/inbox/stream"))
        {
            await inbox.NextAsync("snapshot");
            await UntilAsync(() => IsReachableAsync(b));
        }

        await UntilAsync(async () => !await IsReachableAsync(b));
    }

    private static Task<ApiHost> SecondAsync(ApiHost first) => ApiHost.StartAsync(settings: new Dictionary<string, string?>(first.DatabaseSettings)
    {
        ["OnCall:Protection:KeyFile"] = Path.Combine(first.DataDirectory, "protection.key"),
    });

    // On shift alone, with no contact method but the inbox.
    private static async Task<HttpClient> AnnaAsync(ApiHost host)
    {
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Anna"}""");
        await host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Ward"}""");
        var now = host.Clock.Now;
        var shift = $"ward,N001,{At(now - NodaTime.Duration.FromHours(1))},{At(now + NodaTime.Duration.FromHours(9))},1";
        Assert.True((await host.UploadAsync(RosterRequests.Headings + shift, "publish=true")).IsSuccessStatusCode);
        var key = await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N001"}""")).ReadAsync();
        return host.With(key.Text("key")!);
    }

    private static async Task<bool> IsReachableAsync(ApiHost host) =>
        (await PageAsync(host)).At("responders").EnumerateArray().First(r => r.Text("person.employeeNo") == "N001").At("reachable").GetBoolean();

    private static async Task<JsonElement> PageAsync(ApiHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonRequests.Body("""{"role":"ward","urgency":"urgent"}""") };
        request.Headers.Add("Idempotency-Key", $"key-{Interlocked.Increment(ref s_keys)}");
        using var answer = await host.Admin.SendAsync(request, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return await answer.ReadAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> happened)
    {
        while (!await happened())
        {
            await Task.Delay(50, Cancel);
        }
    }

    private static string At(NodaTime.Instant at) => InstantPattern.General.Format(at);
}
