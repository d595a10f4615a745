using System.Xml.Linq;
using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Voice;

public sealed class TwilioVoiceChannelTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_one_call_whose_words_are_fetched_when_somebody_answers()
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl));

        var answer = await CallAsync(host);

        var request = Assert.Single(twilio.Requests.All);
        Assert.Equal(("POST", $"/2010-04-01/Accounts/{Settings.AccountSid}/Calls.json"), (request.Method, request.Path));
        var attempt = $"notification={Notifications.Id}&attempt=1";
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["To"] = Notifications.Number,
                ["From"] = Settings.From,
                ["Url"] = $"https://oncall.example.org/webhooks/twilio/voice?{attempt}",
                ["StatusCallback"] = $"https://oncall.example.org/webhooks/twilio/status?{attempt}",
                ["StatusCallbackEvent"] = "initiated,ringing,answered,completed",
                ["MachineDetection"] = "Enable",
                ["Timeout"] = "25",
                ["TimeLimit"] = "180",
            },
            request.Form);
        Assert.Equal(new DeliveryAnswer(DeliveryStatus.Accepted, StubTwilio.CallSid(1), "Voice: calling (queued)"), answer);
    }

    [Theory]
    [InlineData("+15550000", null, "+15550000")]
    [InlineData("+15550000", "+15550001", "+15550001")]
    [InlineData("MG0123", "+15550001", "+15550001")]
    [InlineData("MG0123", null, null)]
    [InlineData("MG0123", " ", null)]
    public async Task Calls_come_from_a_number_and_without_one_there_are_none(string from, string? voiceFrom, string? expected)
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(new Dictionary<string, string?>(Settings.Twilio(twilio.BaseUrl, from)) { ["OnCall:Channels:Twilio:VoiceFrom"] = voiceFrom });
        host.ValidateAtStart();
        Assert.True(host.Channel(ContactMethodKind.Sms).IsConfigured);
        Assert.Equal(expected is not null, host.Channel(ContactMethodKind.Voice).IsConfigured);
        if (expected is not null)
        {
            await CallAsync(host);
            Assert.Equal(expected, Assert.Single(twilio.Calls).Form["From"]);
        }
    }

    [Theory]
    [InlineData(SpokenLanguage.BritishEnglish, "en-GB")]
    [InlineData(SpokenLanguage.Japanese, "ja-JP")]
    [InlineData(SpokenLanguage.Chinese, "zh-CN")]
    public async Task In_a_closed_network_the_words_go_with_the_call_and_no_key_is_asked_for(SpokenLanguage language, string tag)
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.ClosedTwilio(twilio.BaseUrl));
        var notification = Notifications.To(Notifications.Number, language: language);

        await host.Channel(ContactMethodKind.Voice).SendAsync(notification, Test);

        var form = Assert.Single(twilio.Calls).Form;
        Assert.Equal(["From", "MachineDetection", "TimeLimit", "Timeout", "To", "Twiml"], form.Keys.Order(StringComparer.Ordinal));
        var speech = Notifications.PageOf(notification).ToSpeech(language);
        Assert.Equal(
            $"""<Response><Say language="{tag}" loop="3">{speech.Announcement} {speech.NoKeys}</Say><Hangup /></Response>""",
            XElement.Parse(form["Twiml"]).ToString(SaveOptions.DisableFormatting));
        Assert.True(form["Twiml"].Length <= 4000, "The provider takes no more.");
    }

    [Fact]
    public async Task The_longest_role_fits_into_a_call_that_only_announces()
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.ClosedTwilio(twilio.BaseUrl));
        await host.Channel(ContactMethodKind.Voice).SendAsync(Notifications.To(Notifications.Number, roleName: new string('&', 200)), Test);
        Assert.True(Assert.Single(twilio.Calls).Form["Twiml"].Length <= 4000);
    }

    [Theory]
    [InlineData(NotificationPurpose.Taken)]
    [InlineData(NotificationPurpose.HandedOver)]
    [InlineData(NotificationPurpose.Notice)]
    public async Task Nobody_is_rung_up_to_be_told_that_there_is_nothing_to_do(NotificationPurpose purpose)
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl));

        var answer = await host.Channel(ContactMethodKind.Voice).SendAsync(Notifications.To(Notifications.Number, Urgency.Code, purpose), Test);

        Assert.Equal((DeliveryStatus.FailedForGood, false), (answer.Status, answer.ProviderFault));
        Assert.Empty(twilio.Requests.All);
    }

    [Theory]
    [InlineData(400, 21211, DeliveryStatus.FailedForGood, false)]
    [InlineData(400, 21215, DeliveryStatus.FailedForGood, false)]
    [InlineData(400, 21210, DeliveryStatus.FailedForNow, true)]
    [InlineData(401, 20003, DeliveryStatus.FailedForNow, true)]
    [InlineData(429, 20429, DeliveryStatus.FailedForNow, true)]
    [InlineData(503, 0, DeliveryStatus.FailedForNow, true)]
    public async Task A_refused_call_is_judged_as_a_refused_message_is(int http, int code, DeliveryStatus expected, bool provider)
    {
        await using var twilio = await StubTwilio.StartAsync();
        twilio.Next(StubTwilio.Error(http, code));
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl));

        var answer = await CallAsync(host);

        Assert.Equal((expected, provider), (answer.Status, answer.ProviderFault));
        Assert.StartsWith("Voice: ", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_an_answer_in_time_may_have_been_placed()
    {
        await using var twilio = await StubTwilio.StartAsync();
        twilio.Next(new StubAnswer.Drop());
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl));

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.Indeterminate, null, "Voice: connection lost") { ProviderFault = true }, await CallAsync(host));
    }

    private static Task<DeliveryAnswer> CallAsync(ChannelHost host) =>
        host.Channel(ContactMethodKind.Voice).SendAsync(Notifications.To(Notifications.Number), Test);
}
