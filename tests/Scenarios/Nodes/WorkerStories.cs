using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>An engine alone tells a scraper what it does, and nobody else.</summary>
public sealed class WorkerStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_tells_its_metrics_to_whoever_may_read_them_on_the_other_nodes()
    {
        await using var hospital = await LiveHospital.OpenAsync(TestDatabase.UsualAsync());
        var (api, worker) = (hospital.Node(engine: false), hospital.Node(engine: false, "worker"));
        await LiveHospital.StartAsync(api, worker);
        await LiveHospital.PersonAsync(api, "S1", "sms:+15550101");
        await LiveHospital.PutAsync(api, "roles/ward", new { name = "Ward" });
        await LiveHospital.RosterAsync(api, ("ward", "S1", 1));
        Assert.Equal(201, (await LiveHospital.PageAsync(api, "k1", "ward", "code")).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await ScrapeAsync(worker, null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ScrapeAsync(worker, "no-key")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ScrapeAsync(worker, await KeyAsync(api, new { person = "S1" }))).Status);
        var key = await KeyAsync(api, new { integration = "prometheus" });
        await Until.TrueAsync(
            async () => (await ScrapeAsync(worker, key)) is (HttpStatusCode.OK, var text)
                && text.Contains("oncall_sweep_age_seconds ", StringComparison.Ordinal)
                && text.Contains("oncall_notifications_sent_total{channel=\"sms\",status=\"accepted\"} 1\n", StringComparison.Ordinal),
            TimeSpan.FromSeconds(30),
            () => "The worker's sweeps and its message are not in its metrics.",
            Cancel);
    }

    private static async Task<string> KeyAsync(NodeProcess api, object body)
    {
        using var answer = await api.Client.PostAsJsonAsync("/api/v1/keys", body, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("key").GetString()!;
    }

    private static async Task<(HttpStatusCode Status, string Text)> ScrapeAsync(NodeProcess node, string? key)
    {
        using var client = new HttpClient { BaseAddress = node.Address };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.GetAsync(new Uri("/metrics", UriKind.Relative), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
