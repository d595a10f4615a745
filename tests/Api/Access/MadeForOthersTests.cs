using System.Net;
using NodaTime;
using OnCall.Api.Tests.Audit;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

/// <summary>Uma and Ann administer a ward and no more, until Ann rises.</summary>
public sealed class MadeForOthersTests
{
    [Fact]
    public async Task Who_makes_a_key_and_an_invitation_for_a_colleague_does_not_get_by_them_what_the_colleague_gets_later()
    {
        await using var host = await WardAsync();
        using var uma = await SignedInAsync(host, "U1");
        var (ofUma, link) = (await KeyAsync(uma, "A1"), (await (await uma.PostAsync("/api/v1/people/A1/invitation", "{}")).ReadAsync()).Text("link")!);
        using var ann = await SignedInAsync(host, "A1");
        var own = await KeyAsync(ann, "A1");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(host, ofUma), (await host.Anonymous.GetPathAsync(link)).StatusCode));

        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ann","orgUnit":"ward","permissions":[{"permission":"admin"}]}""");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound), (await StatusAsync(host, ofUma), (await host.Anonymous.GetPathAsync(link)).StatusCode));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, own));
        var ended = Assert.Single(await host.EntriesAsync("key.revoke"));
        Assert.Equal("person:admin", ended.Actor);
        Assert.Contains("\"why\":\"permissions\",\"madeBy\":\"person:U1\",\"person\":\"person:A1\"", ended.Detail, StringComparison.Ordinal);
        Assert.Single(await host.EntriesAsync("invitation.end"));
        Assert.Equal(
            [
                "OnCall: U1 made a key that signs in as you. If you do not expect it, tell an administrator of the whole hospital.",
                "OnCall: permissions have changed, and the invitation that U1 made for you has ended. Ask an administrator for a new one if you need it.",
                "OnCall: permissions have changed, and the key that U1 made for you has ended. Ask an administrator for a new one if you need it.",
            ],
            await NoticesAsync(host, own));
    }

    [Fact]
    public async Task What_is_made_by_a_key_of_somebody_elses_making_is_that_makers()
    {
        await using var host = await WardAsync();
        using var uma = await SignedInAsync(host, "U1");
        using var asAnn = host.With(await KeyAsync(uma, "A1"));
        var second = await KeyAsync(asAnn, "A1");
        using var browser = new SigningIn(host);
        await browser.SendAsync("/sign-in", "/sign-in", ("key", second));

        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ann","orgUnit":"ward","permissions":[{"permission":"scheduler"}]}""");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, second));
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task What_the_maker_may_give_ends_nothing()
    {
        await using var host = await WardAsync();
        using var uma = await SignedInAsync(host, "U1");
        var key = await KeyAsync(uma, "A1");
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ann","orgUnit":"ward","permissions":[{"permission":"admin","orgUnit":"ward"},{"permission":"scheduler","orgUnit":"ward"}]}""");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, key));
        Assert.Empty(await host.EntriesAsync("key.revoke"));
    }

    [Theory]
    [InlineData("""{"name":"Uma","orgUnit":"ward","active":false}""")]
    [InlineData("""{"name":"Uma","orgUnit":"ward","permissions":[{"permission":"staff","orgUnit":"ward"}]}""")]
    public async Task A_maker_who_has_left_or_may_nothing_any_more_keeps_nothing_that_they_made_for_a_colleague(string uma)
    {
        await using var host = await WardAsync();
        using var maker = await SignedInAsync(host, "U1");
        var (ofUma, link) = (await KeyAsync(maker, "A1"), (await (await maker.PostAsync("/api/v1/people/A1/invitation", "{}")).ReadAsync()).Text("link")!);
        var own = await KeyAsync(host.Admin, "A1");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(host, ofUma), (await host.Anonymous.GetPathAsync(link)).StatusCode));

        await host.Admin.PutAsync("/api/v1/people/U1", uma);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound), (await StatusAsync(host, ofUma), (await host.Anonymous.GetPathAsync(link)).StatusCode));
        Assert.Contains("OnCall: permissions have changed, and the key that U1 made for you has ended. Ask an administrator for a new one if you need it.", await NoticesAsync(host, own));
        Assert.Contains(await host.EntriesAsync("key.revoke"), e => e.Detail.Contains("\"madeBy\":\"person:U1\",\"person\":\"person:A1\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_unit_that_moves_takes_its_people_and_those_who_may_something_there_out_of_the_makers_reach()
    {
        await using var host = await WardAsync();
        await host.Admin.PutAsync("/api/v1/org-units/other", """{"name":"Other"}""");
        await host.Admin.PutAsync("/api/v1/org-units/bay", """{"name":"Bay","parent":"ward"}""");
        await host.Admin.PutAsync("/api/v1/org-units/bed", """{"name":"Bed","parent":"bay"}""");
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ann","orgUnit":"bed"}""");
        await host.Admin.PutAsync("/api/v1/people/B1", """{"name":"Bo","orgUnit":"ward","permissions":[{"permission":"scheduler","orgUnit":"bed"}]}""");
        await host.Admin.PutAsync("/api/v1/people/C1", """{"name":"Cy","orgUnit":"ward"}""");
        using var uma = await SignedInAsync(host, "U1");
        string[] keys = [await KeyAsync(uma, "A1"), await KeyAsync(uma, "B1"), await KeyAsync(uma, "C1")];
        var own = await KeyAsync(host.Admin, "A1");
        foreach (var key in keys)
        {
            Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync(host, key));
        }

        await host.Admin.PutAsync("/api/v1/org-units/bay", """{"name":"Bay and window","parent":"ward"}""");
        Assert.Empty(await host.EntriesAsync("key.revoke"));
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.PutAsync("/api/v1/org-units/bay", """{"name":"Bay","parent":"other"}""")).StatusCode);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await StatusAsync(host, keys[0]), await StatusAsync(host, keys[1])));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync(host, keys[2]));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync(host, own));
        Assert.Equal(2, (await host.EntriesAsync("key.revoke")).Count);
        Assert.Contains("OnCall: permissions have changed, and the key that U1 made for you has ended. Ask an administrator for a new one if you need it.", await NoticesAsync(host, own));
    }

    [Fact]
    public async Task Nobody_makes_a_key_for_who_is_not_active()
    {
        await using var host = await WardAsync();
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ann","orgUnit":"ward","active":false}""");
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "inactive-person", await host.Admin.PostAsync("/api/v1/keys", """{"person":"A1"}"""));
    }

    private static async Task<ApiHost> WardAsync()
    {
        var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/org-units/ward", """{"name":"Ward"}""");
        await host.Admin.PutAsync("/api/v1/people/U1", """{"name":"Uma","orgUnit":"ward","permissions":[{"permission":"admin","orgUnit":"ward"}]}""");
        await host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ann","orgUnit":"ward","permissions":[{"permission":"admin","orgUnit":"ward"}]}""");
        return host;
    }

    // By a key that an administrator of the whole hospital made.
    private static async Task<HttpClient> SignedInAsync(ApiHost host, string number) => host.With(await KeyAsync(host.Admin, number));

    private static async Task<string> KeyAsync(HttpClient by, string person) =>
        (await (await by.PostAsync("/api/v1/keys", $$"""{"person":"{{person}}"}""")).ReadAsync()).Text("key")!;

    private static async Task<HttpStatusCode> StatusAsync(ApiHost host, string key)
    {
        using var client = host.With(key);
        return (await client.GetPathAsync("/api/v1/roles")).StatusCode;
    }

    private static async Task<IEnumerable<string?>> NoticesAsync(ApiHost host, string key)
    {
        using var client = host.With(key);
        var notices = await (await client.GetPathAsync("/api/v1/me/notices")).ReadAsync();
        return notices.GetProperty("items").EnumerateArray().Select(n => n.Text("text")).Where(t => t!.Contains("U1", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }
}
