using System.Net;
using System.Net.Http.Headers;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Rosters;

/// <summary>A calendar has nothing but an address.</summary>
public sealed class FeedTests
{
    private const string Own = "/api/v1/me/feed";
    private const string OfRole = "/api/v1/me/role-feeds";
    private const string Ward = """{"role":"Ward 3 - nurse"}""";

    [Fact]
    public async Task A_calendar_reads_a_feed_without_a_key_and_again_only_when_it_has_changed()
    {
        await using var host = await HouseAsync();
        using var ada = await PersonAsync(host, "A1");
        var url = await UrlAsync(ada.PostAsync(Own, ""));

        var first = await host.Anonymous.GetAsync(url);
        var text = await first.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.Equal((true, TimeSpan.FromMinutes(5)), (first.Headers.CacheControl!.Private, first.Headers.CacheControl.MaxAge));
        Assert.Equal(host.Clock.Now.ToDateTimeOffset(), first.Content.Headers.LastModified);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Contains("SUMMARY:Ward 3 – Nurse\r\n", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Brussels\r\n", text, StringComparison.Ordinal);

        var again = await AskAsync(host, url, first.Headers.ETag);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);

        await host.UploadAsync(RosterRequests.Headings + "ward-3/nurse,A1,2026-11-23 07:00,2026-11-23 19:00,1\n", "publish=true");
        var changed = await AskAsync(host, url, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("SEQUENCE:1\r\n", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_or_revoked_address_is_not_found_at_once()
    {
        await using var host = await HouseAsync();
        using var ada = await PersonAsync(host, "A1");
        var old = await UrlAsync(ada.PostAsync(OfRole, Ward));
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous.GetAsync(old)).StatusCode);

        var url = await UrlAsync(ada.PostAsync(OfRole, Ward));
        Assert.Contains("SUMMARY:Ada A1\r\n", await (await host.Anonymous.GetAsync(url)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await IsUnknownAsync(host, old);
        await IsUnknownAsync(host, new Uri(host.Address, "/feeds/no-such-token.ics"));

        Assert.Equal(HttpStatusCode.NoContent, (await ada.DeleteAsync(new Uri(OfRole + "?role=ward-3/nurse", UriKind.Relative))).StatusCode);
        await IsUnknownAsync(host, url);
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-feed", await ada.DeleteAsync(new Uri(Own, UriKind.Relative)));
    }

    [Fact]
    public async Task The_feed_of_somebody_who_has_gone_is_not_found()
    {
        await using var host = await HouseAsync();
        using var ada = await PersonAsync(host, "A1");
        var url = await UrlAsync(ada.PostAsync(Own, ""));

        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ada A1","active":false}""");

        await IsUnknownAsync(host, url);
    }

    [Fact]
    public async Task Feeds_are_made_by_people_who_may_read_the_roster()
    {
        await using var host = await HouseAsync();
        await host.Admin.PutAsync("/api/v1/org-units/lab", """{"name":"Laboratory"}""");
        using var lab = await PersonAsync(host, "L1", """{"permission":"staff","orgUnit":"lab"}""");
        using var system = host.With((await (await host.Admin.PostAsync("/api/v1/keys", """{"integration":"intranet"}""")).ReadAsync()).Text("key")!);

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await lab.PostAsync(OfRole, Ward));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await system.PostAsync(Own, ""));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await system.PostAsync(OfRole, Ward));
        await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "unauthenticated", await host.Anonymous.PostAsync(Own, ""));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-role", await lab.PostAsync(OfRole, """{"role":"nowhere"}"""));
        await ProblemAssert.NamesAsync(await lab.PostAsync(OfRole, "{}"), "role");
        await ProblemAssert.NamesAsync(await lab.DeleteAsync(new Uri(OfRole, UriKind.Relative)), "role");
    }

    [Fact]
    public async Task The_address_is_the_public_one_where_there_is_one()
    {
        await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?> { ["OnCall:PublicUrl"] = "https://oncall.example.org/" });

        var answer = await host.Admin.PostAsync(Own, "");

        var link = await answer.ReadAsync();
        Assert.Equal($"https://oncall.example.org/feeds/{link.Text("token")}.ics", link.Text("url"));
        Assert.Equal(32, link.Text("token")!.Length);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private static async Task<ApiHost> HouseAsync()
    {
        var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/org-units/ward-3", """{"name":"Ward 3"}""");
        await host.Admin.PutAsync("/api/v1/roles/ward-3/nurse", """{"name":"Ward 3 – Nurse","orgUnit":"ward-3","timeZone":"Europe/Brussels"}""");
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ada A1"}""");
        await host.UploadAsync(RosterRequests.Headings + "ward-3/nurse,A1,2026-11-23 07:00,2026-11-23 15:00,1\n", "publish=true");
        return host;
    }

    private static async Task<HttpClient> PersonAsync(ApiHost host, string number, string permission = """{"permission":"staff"}""")
    {
        await host.Admin.PutAsync($"/api/v1/people/{number}", $$"""{"name":"Ada {{number}}","permissions":[{{permission}}]}""");
        return host.With((await (await host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{number}}"}""")).ReadAsync()).Text("key")!);
    }

    private static async Task<Uri> UrlAsync(Task<HttpResponseMessage> sending)
    {
        var answer = await sending;
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return new Uri((await answer.ReadAsync()).Text("url")!);
    }

    private static async Task<HttpResponseMessage> AskAsync(ApiHost host, Uri url, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"other\""), tag } } };
        return await host.Anonymous.SendAsync(request);
    }

    private static async Task IsUnknownAsync(ApiHost host, Uri url) =>
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-feed", await host.Anonymous.GetAsync(url));
}
