using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Streams;

public sealed class StreamAccessTests
{
    [Theory]
    [InlineData("/api/v1/board/stream")]
    [InlineData("/api/v1/me/inbox/stream")]
    public async Task A_stream_ends_with_the_key_that_opened_it_and_tells_nothing_more(string path)
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/people/D001", """{"name":"Desk","permissions":[{"permission":"dispatcher"}]}""");
        await host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Ward"}""");
        var key = await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"D001"}""")).ReadAsync();
        using var desk = host.With(key.Text("key")!);
        using var stream = await desk.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: snapshot", await lines.ReadLineAsync(TestContext.Current.CancellationToken));

        await host.Admin.DeleteAsync(new Uri("/api/v1/keys/" + key.Text("id"), UriKind.Relative));
        using var page = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonRequests.Body("""{"role":"ward","urgency":"code","body":"told too late"}""") };
        page.Headers.Add("Idempotency-Key", "after-the-revocation");
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.SendAsync(page, TestContext.Current.CancellationToken)).StatusCode);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("told too late", await lines.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/board/stream")]
    [InlineData("/api/v1/me/inbox/stream")]
    public async Task A_stream_that_is_open_does_not_hold_up_a_node_that_stops(string path)
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/people/D001", """{"name":"Desk","permissions":[{"permission":"dispatcher"}]}""");
        var key = await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"D001"}""")).ReadAsync();
        using var desk = host.With(key.Text("key")!);
        using var stream = await desk.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: snapshot", await lines.ReadLineAsync(TestContext.Current.CancellationToken));

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        Assert.Contains("data:", await lines.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
    }
}
