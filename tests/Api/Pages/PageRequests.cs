using System.Text.Json;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Pages;

/// <summary>Requests about pages, as a ward's system would send them.</summary>
internal static class PageRequests
{
    internal const string Pages = "/api/v1/pages";

    /// <summary>Pages a role, under a key of its own unless one is given.</summary>
    internal static Task<HttpResponseMessage> PageAsync(this HttpClient client, string body, string? key = null) => client.PostKeyedAsync(Pages, body, key);

    /// <summary>Posts under a key of its own unless one is given.</summary>
    internal static async Task<HttpResponseMessage> PostKeyedAsync(this HttpClient client, string path, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonRequests.Body(body) };
        request.Headers.Add("Idempotency-Key", key ?? $"k{Random.Shared.NextInt64()}");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Makes a role of that code with nobody on it, pages it and answers the page's id.</summary>
    internal static async Task<string> PagedAsync(this ApiHost host, string role = "ward", string urgency = "urgent")
    {
        (await host.Admin.PutAsync("/api/v1/roles/" + role, $$"""{"name":"{{role}}"}""")).EnsureSuccessStatusCode();
        var answer = await host.Admin.PageAsync($$"""{"role":"{{role}}","urgency":"{{urgency}}"}""");
        answer.EnsureSuccessStatusCode();
        return (await answer.ReadAsync()).Text("id")!;
    }

    internal static async Task<JsonElement> MoveAsync(this ApiHost host, string page, string move, string body = "{}")
    {
        var answer = await host.Admin.PostAsync($"{Pages}/{page}/{move}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.ReadAsync();
    }
}
