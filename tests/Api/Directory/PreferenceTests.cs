using System.Net;
using System.Text.Json;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Directory;

/// <summary>A person says by what they want to be asked; nobody makes themselves harder to reach.</summary>
public sealed class PreferenceTests
{
    private const string Path = "/api/v1/me/preferences";
    private const string Ann = """{"name":"Ann","contactMethods":[{"kind":"sms","address":"+32470550199","verified":true},{"kind":"snpp","address":"4711","verified":true}]""";

    private static readonly Dictionary<string, string?> Channels = new()
    {
        ["OnCall:PublicUrl"] = "https://oncall.example.org",
        ["OnCall:Channels:Twilio:BaseUrl"] = "http://127.0.0.1:9",
        ["OnCall:Channels:Twilio:AccountSid"] = "ACtest",
        ["OnCall:Channels:Twilio:AuthToken"] = "test-token-0000",
        ["OnCall:Channels:Twilio:From"] = "+15550000",
        ["OnCall:Channels:Snpp:Host"] = "127.0.0.1",
    };

    [Fact]
    public async Task What_is_put_is_read_with_the_plans_that_come_of_it()
    {
        await using var host = await ApiHost.StartAsync(settings: Channels);
        using var ann = await AnnAsync(host);

        var put = await ann.PutAsync(Path, """{"preferences":[{"urgency":"urgent","kind":"snpp","afterSeconds":0},{"urgency":"urgent","kind":"sms","address":"+32 470 55 01 99","afterSeconds":90}]}""");
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);

        var read = await (await ann.GetPathAsync(Path)).ReadAsync();
        Assert.Equal("""{"urgency":"urgent","kind":"sms","address":"+32470550199","afterSeconds":90}""", read.At("preferences.1").GetRawText());
        Assert.Equal("inApp 0, sms 0, snpp 0", PlanOf(read, "code"));
        Assert.Equal("inApp 0, snpp 0, sms 90", PlanOf(read, "urgent"));
        Assert.Equal("inApp 0, sms 0, snpp 0", PlanOf(read, "critical-result"));
        Assert.Equal("inApp 0", PlanOf(read, "routine"));
        Assert.Equal(2, (await (await host.Admin.GetPathAsync("/api/v1/people/N001")).ReadAsync()).At("preferences").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"urgency":"code","kind":"sms","afterSeconds":5}""", "preferences[0].afterSeconds")]
    [InlineData("""{"urgency":"routine","kind":"sms","afterSeconds":0}""", "preferences[0].urgency")]
    [InlineData("""{"urgency":"soon","kind":"sms","afterSeconds":0}""", "preferences[0].urgency")]
    [InlineData("""{"urgency":"urgent","kind":"inApp","afterSeconds":0}""", "preferences[0].kind")]
    [InlineData("""{"urgency":"urgent","kind":"fax","afterSeconds":0}""", "preferences[0].kind")]
    [InlineData("""{"urgency":"urgent","kind":"sms","afterSeconds":601}""", "preferences[0].afterSeconds")]
    [InlineData("""{"urgency":"urgent","kind":"sms"}""", "preferences[0].afterSeconds")]
    [InlineData("""{"urgency":"urgent","kind":"voice","afterSeconds":0}""", "preferences[0].kind")]
    [InlineData("""{"urgency":"urgent","kind":"sms","address":"+32470550200","afterSeconds":0}""", "preferences[0].address")]
    [InlineData("""{"urgency":"urgent","kind":"sms","afterSeconds":0},{"urgency":"URGENT","kind":"SMS","afterSeconds":30}""", "preferences[1]")]
    [InlineData("null", "preferences[0]")]
    public async Task What_the_rules_do_not_allow_is_refused_and_named(string wish, string field)
    {
        await using var host = await ApiHost.StartAsync();
        using var ann = await AnnAsync(host);
        await ProblemAssert.NamesAsync(await ann.PutAsync(Path, $$"""{"preferences":[{{wish}}]}"""), field);
        Assert.Equal(0, (await (await ann.GetPathAsync(Path)).ReadAsync()).At("preferences").GetArrayLength());
    }

    [Fact]
    public async Task An_administrators_put_that_says_nothing_of_them_leaves_them_and_one_that_does_replaces_them()
    {
        await using var host = await ApiHost.StartAsync();
        using var ann = await AnnAsync(host);
        await ann.PutAsync(Path, """{"preferences":[{"urgency":"urgent","kind":"snpp","afterSeconds":0}]}""");

        await host.Admin.PutAsync("/api/v1/people/N001", Ann + "}");
        Assert.Equal(1, (await (await ann.GetPathAsync(Path)).ReadAsync()).At("preferences").GetArrayLength());

        await ProblemAssert.NamesAsync(
            await host.Admin.PutAsync("/api/v1/people/N001", Ann + ""","preferences":[{"urgency":"urgent","kind":"mail","afterSeconds":0}]}"""), "preferences[0].kind");
        var emptied = await (await host.Admin.PutAsync("/api/v1/people/N001", Ann + ""","preferences":[]}""")).ReadAsync();
        Assert.Equal(0, emptied.At("preferences").GetArrayLength());
        Assert.Equal(0, (await (await ann.GetPathAsync(Path)).ReadAsync()).At("preferences").GetArrayLength());
    }

    [Fact]
    public async Task An_integration_prefers_nothing()
    {
        await using var host = await ApiHost.StartAsync();
        var key = (await (await host.Admin.PostAsync("/api/v1/keys", """{"integration":"lab"}""")).ReadAsync()).Text("key")!;
        using var lab = host.With(key);
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await lab.GetPathAsync(Path));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await lab.PutAsync(Path, """{"preferences":[]}"""));
    }

    private static string PlanOf(JsonElement view, string urgency) => string.Join(", ", view.At("plans").EnumerateArray()
        .Single(p => p.Text("urgency") == urgency).At("asks").EnumerateArray().Select(a => $"{a.Text("kind")} {a.At("afterSeconds").GetInt32()}"));

    private static async Task<HttpClient> AnnAsync(ApiHost host)
    {
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.PutAsync("/api/v1/people/N001", Ann + "}")).StatusCode);
        return host.With((await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N001"}""")).ReadAsync()).Text("key")!);
    }
}
