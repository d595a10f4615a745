using System.Net;
using System.Xml.Linq;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Webhooks;

/// <summary>The telephone network calls the running program.</summary>
public sealed class VoiceWebhookTests
{
    [Fact]
    public async Task A_page_is_taken_by_a_key()
    {
        await using var house = await CallingHouse.OpenAsync();
        var page = await house.PageAsync();
        await house.StatusAsync("ringing");

        var asked = XElement.Parse(await house.HearAsync());
        var gathers = asked.Elements("Gather").ToList();
        Assert.Equal(3, gathers.Count);
        Assert.StartsWith("Urgent page for Cardiology – duty physician. Reference ", gathers[0].Element("Say")!.Value, StringComparison.Ordinal);
        Assert.Contains("Call back 5 5 5, 0 1 9 9.", gathers[0].Element("Say")!.Value, StringComparison.Ordinal);
        Assert.All(gathers, g => Assert.Equal(house.Twilio.Calls[0].Form["Url"], g.Attribute("action")!.Value));
        Assert.NotNull(asked.Element("Hangup"));

        Assert.Equal("<Response><Say language=\"en-GB\">You have it.</Say><Hangup /></Response>", Plain(await house.HearAsync("1")));
        await house.StatusAsync("completed");

        var read = await house.ReadAsync(page);
        Assert.Equal("acknowledged", read.Text("state"));
        Assert.DoesNotContain(Kinds(read), k => k == "failed");
    }

    [Theory]
    [InlineData("ja", "ja-JP", "あなたが対応者になりました。")]
    [InlineData("zh", "zh-CN", "已由您接受。")]
    [InlineData("en-US", "en-US", "You have it.")]
    public async Task It_is_spoken_in_the_persons_language(string language, string tag, string words)
    {
        await using var house = await CallingHouse.OpenAsync(language);
        await house.PageAsync();
        Assert.All(XElement.Parse(await house.HearAsync()).Descendants("Say"), say => Assert.Equal(tag, say.Attribute("language")!.Value));
        Assert.Equal($"<Response><Say language=\"{tag}\">{words}</Say><Hangup /></Response>", Plain(await house.HearAsync("1")));
    }

    [Theory]
    [InlineData("machine_start", "Voice: voicemail answered")]
    [InlineData("fax", "Voice: a fax answered")]
    public async Task Voicemail_hears_nothing_and_the_next_is_asked_at_once(string answeredBy, string detail)
    {
        await using var house = await CallingHouse.OpenAsync();
        var page = await house.PageAsync();

        Assert.Equal("<Response><Hangup /></Response>", Plain(await house.HearAsync(answeredBy: answeredBy)));
        await house.StatusAsync("completed");

        await FailedAsync(house, page, detail);
    }

    [Theory]
    [InlineData("no-answer", "Voice: no answer")]
    [InlineData("busy", "Voice: busy")]
    [InlineData("failed", "Voice: the call could not be put through")]
    [InlineData("canceled", "Voice: cancelled before it was answered")]
    [InlineData("completed", "Voice: answered, nothing pressed")]
    public async Task A_call_without_a_key_is_a_failure_and_the_next_is_asked_at_once(string status, string detail)
    {
        await using var house = await CallingHouse.OpenAsync();
        var page = await house.PageAsync();
        await house.StatusAsync(status);
        await FailedAsync(house, page, detail);
    }

    [Fact]
    public async Task Without_a_right_signature_nothing_is_said_and_nothing_taken()
    {
        await using var house = await CallingHouse.OpenAsync();
        var page = await house.PageAsync();
        var path = house.PathOf(0, "Url");
        var key = TwilioWebhook.Call(StubTwilio.CallSid(1), CallingHouse.Vera, "1");

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "unsigned-webhook", await house.PostAsync(path, key, "another-token"));
        using var other = TwilioWebhook.Post(CallingHouse.Token, "https://oncall.example.org" + path, path + "0", key);
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "unsigned-webhook", await house.Host.Anonymous.SendAsync(other, TestContext.Current.CancellationToken));

        Assert.Equal("open", (await house.ReadAsync(page)).Text("state"));
    }

    [Fact]
    public async Task A_signed_key_from_another_number_is_refused_and_the_escalation_goes_on()
    {
        await using var house = await CallingHouse.OpenAsync();
        var page = await house.PageAsync();

        using var answer = await house.PostAsync(house.PathOf(0, "Url"), TwilioWebhook.Call(StubTwilio.CallSid(1), "+15557999", "1"));

        Assert.Contains("Nothing was taken.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var read = await house.ReadAsync(page);
        Assert.Equal("open", read.Text("state"));
        Assert.Contains("refused", Kinds(read));
    }

    [Theory]
    [InlineData("/webhooks/twilio/voice")]
    [InlineData("/webhooks/twilio/voice?notification=x&attempt=1")]
    public async Task A_call_that_names_no_notification_is_hung_up(string path)
    {
        await using var house = await CallingHouse.OpenAsync();
        using var answer = await house.PostAsync(path, TwilioWebhook.Call("CA1", CallingHouse.Vera));
        Assert.Equal("<Response><Hangup /></Response>", Plain(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task What_a_call_says_and_carries_and_what_is_logged_of_it_holds_no_patient_and_no_number()
    {
        string[] patient = ["canary-subject", "canary-body", "canary-mrn", "canary-reply"];
        await using var house = await CallingHouse.OpenAsync();
        await house.PageAsync("critical-result", ""","subject":"canary-subject","body":"canary-body","patientRef":"canary-mrn","replies":["canary-reply"]""");

        var outside = await house.HearAsync() + await house.HearAsync("1") + await house.HearAsync("2") + await house.HearAsync("1");
        await house.StatusAsync("completed");
        await house.WorkAsync();

        var sent = string.Join('\n', house.Twilio.Requests.All.Select(r => $"{r.Path} {r.Body}"));
        Assert.NotEmpty(house.Twilio.Calls);
        Assert.All(patient, secret => Assert.DoesNotContain(secret, outside + sent + house.Logs.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All([CallingHouse.Vera[1..], CallingHouse.Token], secret => Assert.DoesNotContain(secret, outside + house.Logs.Text, StringComparison.Ordinal));
        Assert.NotEmpty(house.Logs.Text);
    }

    [Fact]
    public async Task A_closed_network_announces_without_a_key_and_asks_for_no_reply()
    {
        await using var house = await CallingHouse.OpenAsync(closed: true);
        await house.PageAsync();
        Assert.DoesNotContain("Gather", Assert.Single(house.Twilio.Calls).Form["Twiml"], StringComparison.Ordinal);
        house.Host.Clock.Advance(NodaTime.Duration.FromMinutes(2));
        await house.WorkAsync();
        Assert.DoesNotContain("Reply", Assert.Single(house.Twilio.Messages).Form["Body"], StringComparison.Ordinal);
        Assert.DoesNotContain("StatusCallback", house.Twilio.Messages[0].Form.Keys);
    }

    private static async Task FailedAsync(CallingHouse house, System.Text.Json.JsonElement page, string detail)
    {
        await house.WorkAsync();
        var read = await house.ReadAsync(page);
        Assert.Contains(read.At("events").EnumerateArray(), e => e.Text("kind") == "failed" && e.Text("channel") == "voice" && e.Text("detail") == detail);
        Assert.Single(house.Twilio.Messages);
        Assert.Equal("open", read.Text("state"));
    }

    private static IEnumerable<string?> Kinds(System.Text.Json.JsonElement page) => page.At("events").EnumerateArray().Select(e => e.Text("kind"));

    private static string Plain(string markup) => XElement.Parse(markup).ToString(SaveOptions.DisableFormatting);
}
