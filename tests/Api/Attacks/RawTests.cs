using System.Net.Sockets;
using System.Text;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Attacks;

/// <summary>Requests that no client library sends, over a bare socket.</summary>
public sealed class RawTests(AttackedHouse house) : IClassFixture<AttackedHouse>
{
    private const string Host = "Host: oncall.example.org\r\n";
    private const string Hidden = "DELETE /api/v1/covers/0199a3c0-0000-7000-8000-00000000000f HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private static string Key => $"Authorization: Bearer {ApiHost.AdminKey}\r\n";

    [Theory]
    [InlineData("Content-Length: 4\r\nContent-Length: 80\r\n")]
    [InlineData("Content-Length: 4, 80\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("Content-Length: 0x4\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n")]
    [InlineData("Content-Length : 4\r\n")]
    [InlineData("Content-Length: 4\r\nTransfer-Encoding: xchunked\r\n")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n")]
    [InlineData("Transfer-Encoding\t: chunked\r\n")]
    [InlineData(" Transfer-Encoding: chunked\r\n")]
    [InlineData("X: y\r\n Transfer-Encoding: chunked\r\n")]
    public async Task A_length_that_can_be_read_in_two_ways_is_refused(string lengths)
    {
        var answer = await SayAsync($"POST /api/v1/keys HTTP/1.1\r\n{Host}{Key}Content-Type: application/json\r\n{lengths}\r\n0\r\n\r\n{Hidden}");

        Assert.DoesNotMatch("^HTTP/1.1 (2|5)", answer);
        Assert.Single(Statuses(answer));
    }

    [Fact]
    public async Task Of_a_length_and_pieces_the_pieces_count_and_nothing_hides_behind_them()
    {
        var answer = await SayAsync($"POST /api/v1/keys HTTP/1.1\r\n{Host}{Key}Content-Type: application/json\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{Hidden}");

        // RFC 9112, section 6.1: the connection is closed after the answer, so that what follows is read by nobody.
        Assert.DoesNotMatch("^HTTP/1.1 (2|5)", answer);
        Assert.Single(Statuses(answer));
    }

    [Theory]
    [InlineData("GET /api/v1/roles HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/v1/roles HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /api/v1/roles HTTP/1.1\r\nHost: a b\r\n\r\n")]
    [InlineData("GET /api/v1/roles HTTP/9.9\r\nHost: a\r\n\r\n")]
    [InlineData("GET  /api/v1/roles HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /api/v1/roles\u0001 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n")]
    [InlineData("GET http://evil.example/api/v1/roles HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /../../../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /screens.css/..%2f..%2f..%2fetc/passwd HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /..%5c..%5cappsettings.json HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /oncall.db HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /keys/ HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /appsettings.json HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /api/v1/roles;.css HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /API/V1//roles HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /sign-in/../api/v1/roles HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /health/live/..%2f..%2fapi/v1/roles HTTP/1.1\r\nHost: a\r\n\r\n")]
    public async Task A_request_of_an_odd_form_opens_nothing(string request)
    {
        var answer = await SayAsync(request.Replace("Host: a\r\n\r\n", "Host: a\r\nConnection: close\r\n\r\n", StringComparison.Ordinal));

        Assert.Matches("^HTTP/1.1 (4|505)", answer);
        Assert.DoesNotContain("root:x:0", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lie_about_host_and_scheme_and_address_is_believed_nowhere()
    {
        (string Name, string Value)[] lies =
        [
            ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "javascript"), ("X-Forwarded-For", "127.0.0.1"), ("Forwarded", "host=evil.example"),
            ("X-Forwarded-Prefix", "/evil.example"), ("X-Original-URL", "/api/v1/roles"), ("X-Rewrite-URL", "/api/v1/roles"), ("X-HTTP-Method-Override", "GET"), ("X-Real-IP", "127.0.0.1"),
        ];
        var wrong = new List<string>();
        foreach (var door in house.All)
        {
            foreach (var client in new[] { house.Host.Admin, house.Host.Anonymous })
            {
                foreach (var accept in new[] { "application/json", "text/html" })
                {
                    var (answer, text) = await client.AskAsync(door.Method, door.Path(name => house.OfLab(door, name)), door.Changes ? Verdict.Json("{}") : null, accept, lies);
                    var told = answer.Headers.ToString() + text;
                    var what = Verdict.Of(answer, text) ?? (told.Contains("evil.example", StringComparison.Ordinal) ? "it repeats the lie" : null)
                        ?? (client == house.Host.Anonymous && !door.IsOpen && answer.StatusCode is not (System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Redirect) ? $"it opens with {(int)answer.StatusCode}" : null);
                    if (what is not null)
                    {
                        wrong.Add($"{door}: {what}");
                    }
                }
            }
        }

        Verdict.None(wrong);
    }

    private async Task<string> SayAsync(string request)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(AttackedHouse.Cancel);
        using var socket = new TcpClient();
        await socket.ConnectAsync(house.Host.Address.Host, house.Host.Address.Port, limit.Token);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), limit.Token);

        // The server closes: after what it refuses, after what asks it to, and when what was announced does not come.
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(limit.Token);
    }

    private static IEnumerable<string> Statuses(string answer) => answer.Split("\r\n").Where(line => line.StartsWith("HTTP/1.", StringComparison.Ordinal));
}
