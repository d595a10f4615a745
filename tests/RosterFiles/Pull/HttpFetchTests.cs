using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using OnCall.Application.Rosters.Pulls;
using OnCall.RosterFiles.Pull;
using Xunit;

namespace OnCall.RosterFiles.Tests.Pull;

public sealed class HttpFetchTests
{
    [Fact]
    public async Task A_file_comes_with_its_name_and_what_tells_it_again_and_304_is_told()
    {
        await using var server = await RotaServer.StartAsync(async context =>
        {
            if (context.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                context.Response.StatusCode = 304;
                return;
            }

            context.Response.Headers.ETag = "\"v1\"";
            context.Response.Headers.LastModified = "Mon, 23 Nov 2026 08:00:00 GMT";
            await context.Response.WriteAsync("rows for " + context.Request.Headers["X-Key"]);
        });

        var first = await FetchAsync(server.Url + "/a/ward%203.csv", p => p with { HeaderName = "X-Key", Secret = new PullSecret("k1") });
        Assert.Equal((FetchResult.Fetched, "ward 3.csv", "rows for k1"), (first.Result, first.File!.Name, Encoding.UTF8.GetString(first.File.Content.Span)));
        Assert.Equal(("\"v1\"", "Mon, 23 Nov 2026 08:00:00 GMT"), (first.ETag, first.LastModified));
        Assert.Equal(FetchResult.NotModified, (await FetchAsync(server.Url + "/a/ward%203.csv", p => p with { ETag = first.ETag })).Result);
    }

    [Theory]
    [InlineData(404, "The server answered 404.")]
    [InlineData(500, "The server answered 500.")]
    [InlineData(304, "The server answered 304.")]
    [InlineData(204, "The server answered 204.")]
    public async Task Any_other_answer_is_a_failure_that_tells_it(int status, string message)
    {
        await using var server = await RotaServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        Assert.Equal((FetchResult.Failed, message), Of(await FetchAsync(server.Url)));
    }

    [Fact]
    public async Task Three_redirects_of_the_same_server_are_followed_and_no_fourth()
    {
        await using var server = await RotaServer.StartAsync(async context =>
        {
            var left = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (left > 0)
            {
                context.Response.Redirect($"/{left - 1}");
                return;
            }

            await context.Response.WriteAsync("rows");
        });

        Assert.Equal(FetchResult.Fetched, (await FetchAsync(server.Url + "/3")).Result);
        Assert.Equal((FetchResult.Failed, "The server redirects more than 3 times."), Of(await FetchAsync(server.Url + "/4")));
    }

    [Theory]
    [InlineData("http://localhost:1/")]
    [InlineData("//localhost/")]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task A_redirect_to_another_server_is_not_followed(string elsewhere)
    {
        await using var server = await RotaServer.StartAsync(context =>
        {
            context.Response.Redirect(elsewhere);
            return Task.CompletedTask;
        });

        Assert.StartsWith("The server redirects to another server", (await FetchAsync(server.Url)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_too_large_is_a_failure_whether_its_length_is_told_or_not(bool told)
    {
        await using var server = await RotaServer.StartAsync(async context =>
        {
            var size = (16 * 1024 * 1024) + 1;
            context.Response.ContentLength = told ? size : null;
            await context.Response.Body.WriteAsync(new byte[size]);
        });

        Assert.StartsWith("It is larger", (await FetchAsync(server.Url)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_unpacks_to_too_much_is_a_failure()
    {
        await using var server = await RotaServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            for (var part = 0; part < 64; part++)
            {
                await packed.WriteAsync(new byte[1024 * 1024]);
            }
        });

        Assert.StartsWith("It is larger", (await FetchAsync(server.Url)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_slow_in_its_middle_is_a_failure()
    {
        var end = new TaskCompletionSource();
        await using var server = await RotaServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("half a");
            await context.Response.Body.FlushAsync();
            await end.Task;
        });

        var fetched = await FetchAsync(server.Url, longest: TimeSpan.FromMilliseconds(300));
        end.SetResult();

        Assert.StartsWith("The server did not send it within", fetched.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_a_failure_that_says_so()
    {
        await using var server = await RotaServer.StartAsync(context => context.Response.WriteAsync("rows"), tls: true);

        Assert.StartsWith("No safe connection to the server:", (await FetchAsync(server.Url)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure() =>
        Assert.Equal((FetchResult.Failed, "The server cannot be reached."), Of(await FetchAsync("http://127.0.0.1:1/")));

    private static (FetchResult Result, string? Message) Of(FetchedRoster fetched) => (fetched.Result, fetched.Message);

    private static async Task<FetchedRoster> FetchAsync(string url, Func<RosterPlace, RosterPlace>? more = null, TimeSpan? longest = null)
    {
        using var fetch = new RosterFetch(new PullPlaces([]) { Longest = longest ?? TimeSpan.FromSeconds(30) }, TimeProvider.System);
        var place = new RosterPlace(url, null, null, null, null, null, null, null);
        return await fetch.FetchAsync(more?.Invoke(place) ?? place, CancellationToken.None);
    }
}
