using System.Net;
using System.Net.Http.Headers;
using OnCall.Api.Tests.Start;
using Xunit;

namespace OnCall.Api.Tests.Https;

public sealed class WorkerHttpsTests
{
    [Fact]
    public async Task A_worker_takes_no_key_without_https_either_and_its_health_stays_open()
    {
        await using var worker = await StartedProgram.StartAsync("data", ["worker"], ("OnCall__Https__Proxies__0", "127.0.0.1"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await AskAsync(worker, "/metrics", "http"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(worker, "/health/live", "http"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(worker, "/metrics", "https"));
    }

    private static async Task<HttpStatusCode> AskAsync(StartedProgram worker, string path, string scheme)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(worker.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "some-key");
        request.Headers.Add("X-Forwarded-For", "10.0.0.9");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        return (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
