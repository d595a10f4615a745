using System.Text;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Attacks;

/// <summary>Requests of a wrong form, with an administrator's key: refused in words, never a fault here.</summary>
public sealed class BadRequestTests(AttackedHouse house) : IClassFixture<AttackedHouse>
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"];

    [Fact]
    public async Task Another_method_is_refused()
    {
        var wrong = new List<string>();
        foreach (var door in house.All.DistinctBy(door => door.Pattern))
        {
            foreach (var method in Methods.Except(house.All.Where(other => other.Pattern == door.Pattern).Select(other => other.Method)))
            {
                var (answer, text) = await house.Host.Admin.AskAsync(method, door.Path(AttackedHouse.Anything));
                var what = Verdict.Of(answer, text) ?? ((int)answer.StatusCode is 404 or 405 or 400 or 403 or 401 or 415 or 422 or (>= 200 and < 300) ? null : $"it answers {(int)answer.StatusCode}");
                if (what is not null || answer.IsSuccessStatusCode)
                {
                    wrong.Add($"{method} {door.Pattern}: {what ?? "it is done"}");
                }
            }
        }

        Verdict.None(wrong);
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        string?[] types = [null, "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=" + new string('b', 300), "application/json; charset=utf-7", "application/json; charset=\"", "application/octet-stream", "*/*"];
        await RefusedAsync(
            house.All.Where(door => door.Changes),
            types.Select(type => (type ?? "none", (Func<Door, HttpContent?>)(door => type is null ? new ByteArrayContent("{}"u8.ToArray()) : Verdict.Content(type, door.TakesJson ? door.Example().ToJsonString() : "a=b")))),
            mustFail: door => door.TakesJson && !door.Pattern.Contains("{id:guid}/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bodies_that_are_broken_or_deep_or_empty_are_refused()
    {
        string[] bodies =
        [
            "", " ", "null", "[]", "7", "\"x\"", "{", "{\"", "{}{}", "{\"a\":1,}", "\ufeff{}", "{\"name\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"name\":\"\\u0000\"}", "{'name':'x'}", "{\"name\":1e999}",
            Deep("[", "]"), Deep("{\"name\":", "}"), "{\"$type\":\"System.IO.FileInfo\",\"name\":\"x\"}", "{\"__proto__\":{\"admin\":true}}", "{\"name\":\"x\",\"name\":{}}", new string(' ', 500_000) + "{}",
        ];
        await RefusedAsync(house.All.Where(door => door.Changes), bodies.Select(body => (body[..Math.Min(body.Length, 30)], (Func<Door, HttpContent?>)(_ => Verdict.Json(body)))), _ => false);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        byte[][] bodies = [[0xFF, 0xFE, 0x7B, 0, 0x7D, 0], [0xED, 0xA0, 0x80], [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8], new byte[1000], [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]];
        await RefusedAsync(house.All.Where(door => door.Changes), bodies.Select(body => (Convert.ToHexString(body)[..6], (Func<Door, HttpContent?>)(_ => Verdict.Content("application/json", body)))), _ => false);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var json = "{\"name\":\"" + new string('x', 1_100_000) + "\"}";
        await RefusedAsync(
            house.All.Where(door => door.Changes),
            [
                ("JSON", _ => Verdict.Json(json)),
                ("JSON in pieces", _ => new StreamContent(new Unseekable(Encoding.UTF8.GetBytes(json))) { Headers = { { "Content-Type", "application/json" } } }),
                ("a form", _ => Verdict.Content("application/x-www-form-urlencoded", "Body=" + new string('x', 1_100_000))),
                ("a form of many fields", _ => Verdict.Content("application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 2_000).Select(i => $"f{i}=x")))),
            ],
            _ => false,
            door => door.TakesJson ? 413 : null);
    }

    [Fact]
    public async Task A_header_that_is_too_long_is_cut_off_by_the_server()
    {
        foreach (var path in new[] { "/api/v1/roles", "/" })
        {
            using var answer = (await house.Host.Admin.AskAsync("GET", path, null, null, ("X-Long", new string('x', 40_000)))).Answer;
            Assert.Equal(431, (int)answer.StatusCode);
        }
    }

    private async Task RefusedAsync(IEnumerable<Door> doors, IEnumerable<(string Name, Func<Door, HttpContent?> Body)> bodies, Func<Door, bool> mustFail, Func<Door, int?>? mustAnswer = null)
    {
        var all = bodies.ToList();
        var wrong = new List<string>();
        foreach (var door in doors)
        {
            foreach (var (name, body) in all)
            {
                if (await AskAsync(door, () => body(door)) is not var (answer, text))
                {
                    continue;
                }

                var what = Verdict.Of(answer, text) ?? (mustFail(door) && answer.IsSuccessStatusCode ? "it is taken" : null)
                    ?? (name == "JSON" && mustAnswer?.Invoke(door) is { } status && status != (int)answer.StatusCode ? $"it answers {(int)answer.StatusCode}" : null);
                if (what is not null)
                {
                    wrong.Add($"{door} with {name}: {what}");
                }
            }
        }

        Verdict.None(wrong);
    }

    // A server that does not want a large body may close before all of it is sent, and a client then sees no answer.
    private async Task<(HttpResponseMessage Answer, string Text)?> AskAsync(Door door, Func<HttpContent?> body)
    {
        for (var again = false; ; again = true)
        {
            var content = body();
            var isLarge = (content?.Headers.ContentLength ?? long.MaxValue) > 50_000;
            try
            {
                return await house.Host.Admin.AskAsync(door.Method, door.Path(AttackedHouse.Anything), content, door.IsScreen ? "text/html" : null);
            }
            catch (HttpRequestException closed) when (closed.InnerException is IOException && isLarge)
            {
                return null;
            }
            catch (HttpRequestException closed) when (closed.InnerException is IOException && !again)
            {
                // It went over the connection that the body before it had closed.
            }
        }
    }

    private static string Deep(string open, string close) =>
        string.Concat(Enumerable.Repeat(open, 2_000)) + "1" + string.Concat(Enumerable.Repeat(close, 2_000));

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
