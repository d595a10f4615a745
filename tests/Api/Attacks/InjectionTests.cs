using System.Text.Json.Nodes;
using OnCall.Testing.Databases;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Attacks;

/// <summary>Texts that mean something to a database, a file system, a shell or a browser, wherever a request holds a text.</summary>
public sealed class InjectionTests(AttackedHouse house) : IClassFixture<AttackedHouse>
{
    // A TDS-compatible engine may hold no U+0000, and answers 500 where SQL Server finds nothing: ZeroCharacterOnSqlServer is skipped there and says so.
    private static readonly string[] Texts = [.. Every.Where(text => !TestDatabase.IsUsuallyOnServer || !text.Contains('\0', StringComparison.Ordinal))];

    private static string[] Every =>
    [
        "' or 1=1 --", "x'; drop table page; --", "\" or \"\"=\"", "1; waitfor delay '0:0:5'", "%' or '%'='", "[a-z]%_", "../../../../etc/passwd", "..\\..\\..\\windows\\win.ini", "....//....//etc/passwd", "%2e%2e%2f%2e%2e%2fetc/passwd",
        "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/", "$(id)", "`id`", "|id", "${jndi:ldap://127.0.0.1/a}", "{{7*7}}", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
        "javascript:alert(1)", "a\r\nSet-Cookie: x=y", "a\nb", "a\0b", "\ud83d\ude00", "\u202egnp.exe", new string('x', 4_000), "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+18:00", "-1", "2147483648", "99999999999999999999", "NaN", "null", "true", "[]", "=cmd|' /C calc'!A0", "*", "?", "#", ";", "%", "%00",
    ];

    private readonly List<string> _wrong = [];
    private int _asked;

    [Fact]
    public async Task In_a_path()
    {
        foreach (var door in house.All.Where(door => door.PathNames.Count > 0))
        {
            foreach (var (name, text) in from name in door.PathNames from text in Texts where text.Length < 3_000 && !text.Contains('\0', StringComparison.Ordinal) select (name, text))
            {
                await AskAsync(door, door.Path(other => other == name ? Uri.EscapeDataString(text) : AttackedHouse.Anything(other)), door.Changes ? door.Example() : null, $"{name} = {text}");
            }
        }

        Verdict.None(_wrong);
    }

    // The server itself refuses these, before any of ours.
    [Theory]
    [InlineData("%00")]
    [InlineData("a%00b")]
    public async Task A_zero_in_a_path_is_refused_without_a_word(string part)
    {
        var (answer, text) = await house.Host.Admin.AskAsync("GET", "/api/v1/roles/" + part);

        Assert.Equal((400, ""), ((int)answer.StatusCode, text));
    }

    [Fact]
    public async Task In_a_query()
    {
        foreach (var door in house.All)
        {
            var path = door.Path(name => house.OfLab(door, name));
            foreach (var text in Texts)
            {
                // Each alone, as all at once would hide behind the first that is refused.
                foreach (var name in door.QueryNames)
                {
                    await AskAsync(door, $"{path}?{name}={Uri.EscapeDataString(text)}", door.Changes ? new JsonObject() : null, $"{name} = {text}");
                }
            }

            await AskAsync(door, path + "?" + string.Join('&', door.QueryNames.Select(name => $"{name}=a&{name}=b&{name}[]=c&{name}[x]=d")), door.Changes ? new JsonObject() : null, "several of each");
        }

        Verdict.None(_wrong);
    }

    [Fact]
    public async Task In_a_header()
    {
        string[] names = ["Idempotency-Key", "If-None-Match", "If-Modified-Since", "Accept", "Accept-Language", "Accept-Encoding", "Range", "X-Twilio-Signature", "X-OnCall-Token", "User-Agent", "Referer", "Origin", "Last-Event-ID", "traceparent", "Cookie", "Content-Encoding"];
        foreach (var door in house.All)
        {
            foreach (var text in Texts.Where(text => text.Length < 1_000 && !text.AsSpan().ContainsAny("\r\n\0") && text.All(char.IsAscii)))
            {
                var (answer, said) = await house.Host.Admin.AskAsync(
                    door.Method, door.Path(AttackedHouse.Anything), door.Changes ? Verdict.Json("{}") : null, null, [.. names.Select(name => (name, text))]);
                Judge(door, text, Verdict.Of(answer, said));
            }
        }

        Verdict.None(_wrong);
    }

    [Fact]
    public async Task In_every_field_of_a_body()
    {
        foreach (var door in house.All.Where(door => door.TakesJson))
        {
            foreach (var place in Places(door.Example(), "").ToList())
            {
                foreach (var text in Texts)
                {
                    var body = door.Example();
                    Set(body, place, JsonValue.Create(text));
                    await AskAsync(door, door.Path(AttackedHouse.Anything), body, $"{place} = {text}");
                }

                foreach (var odd in new[] { "null", "[]", "{}", "0", "-1", "1e308", "9007199254740993", "true", "[null]", "[[]]" })
                {
                    var body = door.Example();
                    Set(body, place, JsonNode.Parse(odd));
                    await AskAsync(door, door.Path(AttackedHouse.Anything), body, $"{place} = {odd}");
                }
            }
        }

        Verdict.None(_wrong);
    }

    private async Task AskAsync(Door door, string path, JsonNode? body, string with)
    {
        var (answer, text) = await house.Host.Admin.AskAsync(door.Method, path, body is null ? null : Verdict.Json(body.ToJsonString()), null, ("Idempotency-Key", $"k{_asked++}"));
        Judge(door, with, Verdict.Of(answer, text) ?? (text.Contains("root:x:0", StringComparison.Ordinal) ? "it reads files" : null)
            ?? (answer.Headers.Contains("Set-Cookie") && answer.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("x=", StringComparison.Ordinal)) ? "it sets a cookie" : null));
    }

    private void Judge(Door door, string with, string? what)
    {
        if (what is not null && _wrong.Count < 30)
        {
            _wrong.Add($"{door} with {with[..Math.Min(with.Length, 80)]}: {what}");
        }
    }

    private static IEnumerable<string> Places(JsonNode? node, string path) => node switch
    {
        JsonObject all => all.SelectMany(field => Places(field.Value, $"{path}/{field.Key}")),
        JsonArray all => all.SelectMany((item, place) => Places(item, $"{path}/{place}")).Append(path),
        _ => [path],
    };

    private static void Set(JsonNode body, string place, JsonNode? value)
    {
        var names = place.Split('/')[1..];
        var at = body;
        foreach (var name in names[..^1])
        {
            at = at is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : at[name]!;
        }

        if (at is JsonArray items)
        {
            items[int.Parse(names[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            at[names[^1]] = value;
        }
    }
}
