using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>A node that is told to end sends nobody away in the middle of a sentence.</summary>
public sealed class LeavingStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_is_told_to_end_is_not_ready_serves_on_for_a_while_closes_each_connection_and_then_shuts_its_door()
    {
        await using var hospital = await LiveHospital.OpenAsync(TestDatabase.UsualAsync());
        var node = hospital.Node(new Dictionary<string, string> { ["OnCall__Stop__LeaveSeconds"] = "5" }, engine: false);
        await LiveHospital.StartAsync(node);
        await LiveHospital.PersonAsync(node, "S1", "sms:+15550101");
        await LiveHospital.PutAsync(node, "roles/ward", new { name = "Ward" });
        await LiveHospital.RosterAsync(node, ("ward", "S1", 1));
        using (var before = await PageAsync(node, "before"))
        {
            Assert.Equal((HttpStatusCode.Created, false), (before.StatusCode, before.Headers.ConnectionClose ?? false));
        }

        var ending = node.EndAsync(Cancel);
        await Until.TrueAsync(
            async () => await ReadyAsync(node) is (HttpStatusCode.ServiceUnavailable, var why) && why.Contains("being stopped", StringComparison.Ordinal),
            TimeSpan.FromSeconds(5),
            () => "It is ready although it is being stopped.",
            Cancel);
        using (var meanwhile = await PageAsync(node, "meanwhile"))
        {
            Assert.Equal((HttpStatusCode.Created, true), (meanwhile.StatusCode, meanwhile.Headers.ConnectionClose ?? false));
        }

        // Whoever comes back with a screen sees on until the door is shut, and then turns to another node.
        var lines = await StreamAsync(node);
        Assert.Contains(lines, l => l.StartsWith("event:", StringComparison.Ordinal));

        Assert.Equal(0, await ending);
        var shut = await Assert.ThrowsAsync<HttpRequestException>(() => PageAsync(node, "after"));
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(shut.InnerException).SocketErrorCode);
    }

    private static async Task<(HttpStatusCode Status, string Text)> ReadyAsync(NodeProcess node)
    {
        using var answer = await node.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<List<string>> StreamAsync(NodeProcess node)
    {
        using var answer = await node.Client.GetAsync(new Uri("/api/v1/board/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        var lines = new List<string>();
        while (await reader.ReadLineAsync(Cancel) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static async Task<HttpResponseMessage> PageAsync(NodeProcess node, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonContent.Create(new { role = "ward", urgency = "routine" }) };
        request.Headers.Add("Idempotency-Key", key);
        return await node.Client.SendAsync(request, Cancel);
    }
}
