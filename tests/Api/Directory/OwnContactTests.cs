using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Api.Tests.Audit;
using OnCall.Application.Notices;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Directory;

/// <summary>Ann looks after her own contact methods; whoever holds a session of hers cannot do so unseen.</summary>
public sealed class OwnContactTests
{
    private const string Path = "/api/v1/me/contact-methods";

    [Fact]
    public async Task A_number_is_added_verified_by_the_code_that_it_gets_and_tested()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var ann = await AnnAsync(host);
        var added = await ann.PostAsync(Path, """{"kind":"sms","address":"+1 (555) 000-77"}""");
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var id = (await added.ReadAsync()).Text("id")!;

        var sent = await (await ann.PostAsync($"{Path}/{id}/code", "{}")).ReadAsync();
        Assert.Equal("accepted", sent.Text("status"));
        var text = twilio.Messages[^1].Form;
        Assert.Equal("+155500077", text["To"]);
        var code = CodeIn(text["Body"]);

        var verified = await (await ann.PostAsync($"{Path}/{id}/verify", $$"""{"code":"{{code[..3]}} {{code[3..]}}"}""")).ReadAsync();
        Assert.True(verified.At("verified").GetBoolean());
        Assert.NotNull(verified.Text("lastWorkedAt"));
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "no-code-out", await ann.PostAsync($"{Path}/{id}/verify", $$"""{"code":"{{code}}"}"""));

        var test = await (await ann.PostAsync($"{Path}/{id}/test", "{}")).ReadAsync();
        Assert.Equal("accepted", test.Text("status"));
        Assert.Equal("OnCall test of this contact method. Nothing to do.", twilio.Messages[^1].Form["Body"]);
        Assert.Equal("accepted", (await LineAsync(ann, "+155500077")).At("lastTest.status").GetString());

        // The trail has every step of it and neither code nor number.
        foreach (var action in new[] { "add", "code", "verify", "test" })
        {
            var entry = Assert.Single(await host.EntriesAsync("contact-method." + action));
            Assert.Equal("person:N001", entry.Subject);
            Assert.Contains("…077", entry.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain("55500077", entry.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain(code, entry.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_code_is_tried_five_times_and_a_code_lives_ten_minutes()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var ann = await AnnAsync(host);
        var id = await AddAsync(ann, "sms", "+15550077");
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "no-code-out", await ann.PostAsync($"{Path}/{id}/verify", """{"code":"000000"}"""));
        await ProblemAssert.NamesAsync(await ann.PostAsync($"{Path}/{id}/verify", """{"code":"12345"}"""), "code");

        await ann.PostAsync($"{Path}/{id}/code", "{}");
        var code = CodeIn(twilio.Messages[^1].Form["Body"]);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++)
        {
            await ProblemAssert.NamesAsync(await ann.PostAsync($"{Path}/{id}/verify", $$"""{"code":"{{wrong}}"}"""), "code");
        }

        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "no-code-out", await ann.PostAsync($"{Path}/{id}/verify", $$"""{"code":"{{code}}"}"""));

        await ann.PostAsync($"{Path}/{id}/code", "{}");
        host.Clock.Advance(Duration.FromMinutes(10));
        await ProblemAssert.IsAsync(
            HttpStatusCode.Conflict, "no-code-out", await ann.PostAsync($"{Path}/{id}/verify", $$"""{"code":"{{CodeIn(twilio.Messages[^1].Form["Body"])}}"}"""));
        Assert.False((await LineAsync(ann, "+15550077")).At("verified").GetBoolean());
    }

    [Fact]
    public async Task The_eleventh_in_an_hour_is_not_sent_whatever_it_goes_to()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var ann = await AnnAsync(host);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await ann.PostAsync($"{Path}/{await AddAsync(ann, "sms", $"+1555002{i}0")}/test", "{}")).StatusCode);
        }

        var sent = twilio.Messages.Count;
        await ProblemAssert.IsAsync((HttpStatusCode)429, "too-many-checks", await ann.PostAsync($"{Path}/{await AddAsync(ann, "sms", "+15550300")}/code", "{}"));
        Assert.Equal(sent, twilio.Messages.Count);
    }

    [Fact]
    public async Task A_call_says_the_digits_and_in_the_persons_language()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var ann = await AnnAsync(host, language: "ja");
        var (voice, sms) = (await AddAsync(ann, "voice", "+15550077"), await AddAsync(ann, "sms", "+15550077"));
        await ann.PostAsync($"{Path}/{voice}/code", "{}");
        var said = XElement.Parse(Assert.Single(twilio.Calls).Form["Twiml"]).Element("Say")!;
        Assert.Equal("ja-JP", said.Attribute("language")!.Value);
        var digits = CodeIn(said.Value.Replace("、", "", StringComparison.Ordinal));
        Assert.Contains("確認コードは、" + string.Join('、', digits.ToCharArray()), said.Value, StringComparison.Ordinal);
        Assert.True((await (await ann.PostAsync($"{Path}/{voice}/verify", $$"""{"code":"{{digits}}"}""")).ReadAsync()).At("verified").GetBoolean());

        await ann.PostAsync($"{Path}/{sms}/code", "{}");
        Assert.Contains("確認コード", twilio.Messages[^1].Form["Body"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_added_and_removed_is_told_to_what_was_there_before()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var ann = await AnnAsync(host);
        await AddAsync(ann, "sms", "+15550066");
        await TellAsync(host);
        Assert.Equal(("+15550001", "OnCall: you added a contact method: text messages …066. If it was not you, tell an administrator at once and sign out everywhere."), Last());

        // The thief takes away the phone that was there: it is told all the same.
        var own = (await LineAsync(ann, "+15550001")).Text("id");
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "last-contact-method", await ann.DeleteAsync(Of($"{Path}/{own}")));
        Assert.Equal(HttpStatusCode.NoContent, (await ann.DeleteAsync(Of($"{Path}/{own}?confirm=true"))).StatusCode);
        await TellAsync(host);
        Assert.Equal("+15550001", Last().To);
        Assert.StartsWith("OnCall: you removed a contact method: text messages …001.", Last().Body, StringComparison.Ordinal);
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-contact-method", await ann.DeleteAsync(Of($"{Path}/{own}")));

        (string To, string Body) Last() => (twilio.Messages[^1].Form["To"], twilio.Messages[^1].Form["Body"]);
    }

    [Fact]
    public async Task A_number_that_is_verified_for_a_colleague_is_not_taken_from_them()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var ann = await AnnAsync(host);
        await host.Admin.PutAsync("/api/v1/people/N002", """{"name":"Bob","contactMethods":[{"kind":"sms","address":"+15550002","verified":true}]}""");
        var id = await AddAsync(ann, "sms", "+15550002");
        await ann.PostAsync($"{Path}/{id}/code", "{}");
        await ProblemAssert.IsAsync(
            HttpStatusCode.Conflict, "verified-elsewhere", await ann.PostAsync($"{Path}/{id}/verify", $$"""{"code":"{{CodeIn(twilio.Messages[^1].Form["Body"])}}"}"""));
        Assert.False((await LineAsync(ann, "+15550002")).At("verified").GetBoolean());
    }

    [Fact]
    public async Task The_order_is_put_as_a_whole_and_devices_keep_their_places()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var ann = await AnnAsync(host, more: """{"kind":"push","address":"a-device-token"}""");
        var (first, second) = ((await LineAsync(ann, "+15550001")).Text("id"), await AddAsync(ann, "mail", "ann@hospital.example"));
        await ProblemAssert.NamesAsync(await ann.PutAsync($"{Path}/order", $$"""{"contactMethods":["{{second}}"]}"""), "contactMethods");
        await ProblemAssert.NamesAsync(await ann.PutAsync($"{Path}/order", $$"""{"contactMethods":["{{second}}","{{second}}"]}"""), "contactMethods");
        var put = await (await ann.PutAsync($"{Path}/order", $$"""{"contactMethods":["{{second}}","{{first}}"]}""")).ReadAsync();
        Assert.Equal("ann@hospital.example", put.At("items.0.address").GetString());
        var all = (await (await host.Admin.GetPathAsync("/api/v1/people/N001")).ReadAsync()).At("contactMethods").EnumerateArray().Select(m => m.Text("kind"));
        Assert.Equal(["mail", "push", "sms"], all);
    }

    [Theory]
    [InlineData("""{"kind":"push","address":"a-device-token"}""", "kind")]
    [InlineData("""{"kind":"inApp","address":"inbox"}""", "kind")]
    [InlineData("""{"kind":"fax","address":"+15550077"}""", "kind")]
    [InlineData("""{"kind":"sms","address":"0475 55 01 01"}""", "address")]
    [InlineData("""{"kind":"mail"}""", "address")]
    [InlineData("""{"kind":"sms","address":"+1 555 0001"}""", "address")]
    public async Task What_cannot_be_a_contact_method_of_theirs_is_refused_and_named(string body, string field)
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var ann = await AnnAsync(host);
        await ProblemAssert.NamesAsync(await ann.PostAsync(Path, body), field);
        Assert.Single((await (await ann.GetPathAsync(Path)).ReadAsync()).At("items").EnumerateArray());
    }

    [Fact]
    public async Task A_kind_that_has_no_channel_sends_nothing_and_says_so()
    {
        await using var twilio = await StubTwilio.StartAsync();
        await using var host = await HouseAsync(twilio);
        using var ann = await AnnAsync(host);
        var id = await AddAsync(ann, "tap", "4711");
        Assert.False((await LineAsync(ann, "4711")).At("works").GetBoolean());
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "channel-not-configured", await ann.PostAsync($"{Path}/{id}/test", "{}"));
    }

    // The first six digits of what is said.
    private static string CodeIn(string body) => string.Concat(body.Where(char.IsAsciiDigit).Take(6));

    private static Uri Of(string path) => new(path, UriKind.Relative);

    private static async Task<string> AddAsync(HttpClient ann, string kind, string address) =>
        (await (await ann.PostAsync(Path, $$"""{"kind":"{{kind}}","address":"{{address}}"}""")).ReadAsync()).Text("id")!;

    private static async Task<JsonElement> LineAsync(HttpClient ann, string address) =>
        (await (await ann.GetPathAsync(Path)).ReadAsync()).At("items").EnumerateArray().Single(m => m.Text("address") == address);

    private static Task TellAsync(ApiHost host) => host.Services.GetRequiredService<SendNotices>().RunAsync(TestContext.Current.CancellationToken);

    private static async Task<HttpClient> AnnAsync(ApiHost host, string language = "en", string? more = null)
    {
        var methods = """{"kind":"sms","address":"+15550001","verified":true}""" + (more is null ? "" : "," + more);
        await host.Admin.PutAsync("/api/v1/people/N001", $$"""{"name":"Ann","language":"{{language}}","contactMethods":[{{methods}}]}""");
        return host.With((await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N001"}""")).ReadAsync()).Text("key")!);
    }

    private static Task<ApiHost> HouseAsync(StubTwilio twilio) => ApiHost.StartAsync(
        settings: new Dictionary<string, string?>
        {
            ["OnCall:PublicUrl"] = "https://oncall.example.org",
            ["OnCall:Channels:Twilio:BaseUrl"] = twilio.BaseUrl,
            ["OnCall:Channels:Twilio:AccountSid"] = "ACtest",
            ["OnCall:Channels:Twilio:AuthToken"] = "test-token-0000",
            ["OnCall:Channels:Twilio:From"] = "+15550000",
        },
        services: s => s.AddSingleton(new NoticePace(TimeSpan.Zero, 20)));
}
