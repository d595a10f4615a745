using System.Xml.Linq;
using OnCall.Application.Paging;
using OnCall.Channels.Tests.Support;
using OnCall.Channels.Voice;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Voice;

/// <summary>The vendor's own SDK has the last word.</summary>
public sealed class VoiceOracleTests
{
    private const string Action = "https://oncall.example.org/webhooks/twilio/voice?notification=1&attempt=1";

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_call_says_is_the_markup_that_the_sdk_writes()
    {
        var replies = Enum.GetValues<SpokenLanguage>().SelectMany(Replies).ToList();
        var asked = replies.Select(r => new { language = r.Language.ToTag(), words = r.Words, whenSilent = r.WhenSilent, action = Action, times = 3, timeout = 5 });

        using var written = await Oracle.AskAsync("twilio-voice.mjs", asked, Test);

        foreach (var (reply, sdk) in replies.Zip(written.RootElement.EnumerateArray().ToList()))
        {
            Assert.Equal(Normal(sdk.GetString()!), Normal(VoiceTwiml.Write(reply, Action)));
        }
    }

    [Fact]
    public async Task A_call_is_the_request_that_the_sdk_sends()
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl));
        var call = new Dictionary<string, object>
        {
            ["to"] = Notifications.Number,
            ["from"] = Settings.From,
            ["url"] = $"https://oncall.example.org/webhooks/twilio/voice?notification={Notifications.Id}&attempt=1",
            ["statusCallback"] = $"https://oncall.example.org/webhooks/twilio/status?notification={Notifications.Id}&attempt=1",
            ["statusCallbackEvent"] = new[] { "initiated", "ringing", "answered", "completed" },
            ["machineDetection"] = "Enable",
            ["timeout"] = 25,
            ["timeLimit"] = 180,
        };

        using var sdk = await Oracle.AskAsync(
            "twilio-send.mjs", new { baseUrl = twilio.BaseUrl, accountSid = Settings.AccountSid, authToken = Settings.AuthToken, call }, Test);
        await host.Channel(ContactMethodKind.Voice).SendAsync(Notifications.To(Notifications.Number), Test);

        Assert.Equal((StubTwilio.CallSid(1), "queued"), (sdk.RootElement.GetProperty("sid").GetString(), sdk.RootElement.GetProperty("status").GetString()));
        var (theirs, ours) = (twilio.Calls[0], twilio.Calls[1]);
        Assert.Equal((theirs.Method, theirs.Path), (ours.Method, ours.Path));
        Assert.Equal(theirs.Headers["Authorization"], ours.Headers["Authorization"]);
        Assert.Equal(theirs.Headers["Content-Type"], ours.Headers["Content-Type"]);
        Assert.Equal(theirs.Form.OrderBy(f => f.Key, StringComparer.Ordinal), ours.Form.OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    private static IEnumerable<VoiceReply> Replies(SpokenLanguage language)
    {
        var speech = Notifications.PageOf(Notifications.To(Notifications.Number, roleName: "A & B <\"Ward\"> 's \u0001💓")).ToSpeech(language);
        yield return new VoiceReply(language, $"{speech.Announcement} {speech.Keys}".Replace("\u0001", "", StringComparison.Ordinal), speech.NothingPressed);
        yield return new VoiceReply(language, speech.YouHaveIt);
        yield return new VoiceReply(language, speech.SomebodyHasIt("Dr O'Brien & Söhne"));
    }

    // Attributes in any order and empty elements in either form mean the same.
    private static string Normal(string markup)
    {
        var root = XElement.Parse(markup);
        foreach (var element in root.DescendantsAndSelf())
        {
            element.ReplaceAttributes(element.Attributes().OrderBy(a => a.Name.LocalName, StringComparer.Ordinal).ToList());
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }
}
