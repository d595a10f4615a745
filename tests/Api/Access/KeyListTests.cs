using System.Net;
using System.Text.Json;
using NodaTime;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

public sealed class KeyListTests
{
    [Fact]
    public async Task Administrators_see_the_keys_of_their_people_with_their_last_use_and_never_a_secret()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/org-units/ward", """{"name":"Ward"}""");
        await host.Admin.PutAsync("/api/v1/people/U1", """{"name":"Uma","orgUnit":"ward","permissions":[{"permission":"admin","orgUnit":"ward"}]}""");
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ann","orgUnit":"ward"}""");
        var (ofUma, ofAnn) = (await KeyAsync(host, """{"person":"U1"}"""), await KeyAsync(host, """{"person":"A1"}"""));
        var lab = await KeyAsync(host, """{"integration":"lab","permissions":[{"permission":"staff"},{"permission":"dispatcher","orgUnit":"ward"}]}""");
        using var uma = host.With(ofUma);
        using var ann = host.With(ofAnn);

        await UsedAsync(host, ann, "A1", host.Clock.Now);
        var seen = await ItemsAsync(uma);
        Assert.Equal(["A1", "U1"], seen.Select(k => k.Text("person")));
        Assert.Equal(("person:admin", "2026-11-23T09:00:00Z"), (seen[0].Text("madeBy"), seen[0].Text("lastUsed")));
        Assert.Equal(["A1"], (await ItemsAsync(ann)).Select(k => k.Text("person")));

        var all = await (await host.Admin.GetPathAsync("/api/v1/keys")).Content.ReadAsStringAsync();
        Assert.All(new[] { ofUma, ofAnn, lab, ApiHost.AdminKey }, secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
        var labs = (await ItemsAsync(host.Admin)).Single(k => k.Text("integration") == "lab");
        Assert.Equal((JsonValueKind.Null, "dispatcher", "ward"), (labs.At("lastUsed").ValueKind, labs.Text("permissions.1.permission"), labs.Text("permissions.1.orgUnit")));
        Assert.Equal("system", (await ItemsAsync(host.Admin)).Single(k => k.Text("person") == "admin").Text("madeBy"));
    }

    [Fact]
    public async Task The_last_use_is_written_once_a_minute()
    {
        await using var host = await ApiHost.StartAsync();
        var start = host.Clock.Now;
        await UsedAsync(host, host.Admin, "admin", start);
        host.Clock.Now = start + Duration.FromSeconds(59);
        await host.Admin.GetPathAsync("/api/v1/roles");
        host.Clock.Now = start + Duration.FromSeconds(60);
        await UsedAsync(host, host.Admin, "admin", start + Duration.FromSeconds(60));
        Assert.Equal("2026-11-23T09:01:00Z", (await ItemsAsync(host.Admin)).Single().Text("lastUsed"));
    }

    [Fact]
    public async Task It_is_read_in_parts_and_shows_what_has_ended()
    {
        await using var host = await ApiHost.StartAsync();
        var ended = await (await host.Admin.PostAsync("/api/v1/keys", """{"integration":"lab"}""")).ReadAsync();
        await KeyAsync(host, """{"integration":"pharmacy"}""");
        await host.Admin.DeleteAsync(new Uri("/api/v1/keys/" + ended.Text("id"), UriKind.Relative));
        var (names, path) = (new List<string?>(), "/api/v1/keys?limit=1");
        while (path is not null)
        {
            var part = await (await host.Admin.GetPathAsync(path)).ReadAsync();
            names.AddRange(part.At("items").EnumerateArray().Select(k => (k.Text("person") ?? k.Text("integration")) + (k.Text("revoked") is null ? "" : " ended")));
            path = part.Text("next") is { } next ? "/api/v1/keys?limit=1&cursor=" + Uri.EscapeDataString(next) : null;
        }

        Assert.Equal(["admin", "lab ended", "pharmacy"], names);
        await ProblemAssert.IsAsync(HttpStatusCode.UnprocessableEntity, "invalid-input", await host.Admin.GetPathAsync("/api/v1/keys?limit=0"));
    }

    // Written behind the request's back: asked for until it stands there.
    private static async Task UsedAsync(ApiHost host, HttpClient client, string person, Instant at)
    {
        Assert.Equal(HttpStatusCode.OK, (await client.GetPathAsync("/api/v1/roles")).StatusCode);
        var limit = TimeProvider.System.GetTimestamp();
        while ((await ItemsAsync(host.Admin)).Single(k => k.Text("person") == person).Text("lastUsed") != NodaTime.Text.InstantPattern.ExtendedIso.Format(at))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(limit) < TimeSpan.FromSeconds(20), "The use was never written.");
        }
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(HttpClient client) => [.. (await (await client.GetPathAsync("/api/v1/keys")).ReadAsync()).At("items").EnumerateArray()];

    private static async Task<string> KeyAsync(ApiHost host, string body) => (await (await host.Admin.PostAsync("/api/v1/keys", body)).ReadAsync()).Text("key")!;
}
