using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Twilio;

public sealed class TwilioPollingTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("delivered", null, DeliveryStatus.Delivered, "SMS: delivered")]
    [InlineData("sent", null, DeliveryStatus.Accepted, "SMS: the carrier has it")]
    [InlineData("undelivered", 30003, DeliveryStatus.FailedForNow, "SMS: the device is off or out of reach (Twilio 30003)")]
    [InlineData("undelivered", 30005, DeliveryStatus.FailedForGood, "SMS: unknown number (Twilio 30005)")]
    [InlineData("failed", 21610, DeliveryStatus.FailedForGood, "SMS: the recipient opted out (Twilio 21610)")]
    [InlineData("failed", null, DeliveryStatus.FailedForNow, "SMS: failed (no code)")]
    [InlineData("queued", null, null, null)]
    [InlineData("sending", null, null, null)]
    public async Task A_message_is_asked_for_under_its_own_address(string status, int? code, DeliveryStatus? expected, string? detail)
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.ClosedTwilio(twilio.BaseUrl));
        var sent = await host.Channel(ContactMethodKind.Sms).SendAsync(Notifications.To(Notifications.Number), Test);
        twilio.Becomes(sent.ProviderId!, status, code);

        var receipt = await host.Status(ContactMethodKind.Sms).AskAsync(sent.ProviderId!, Test);

        Assert.Equal(
            expected is null ? null : new DeliveryReceipt(ContactMethodKind.Sms, sent.ProviderId!, expected.Value, detail!) { OptedOut = code == 21610 },
            receipt);
        var poll = Assert.Single(twilio.Polls);
        Assert.Equal($"/2010-04-01/Accounts/{Settings.AccountSid}/Messages/{sent.ProviderId}.json", poll.Path);
        Assert.StartsWith("Basic ", poll.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("completed", "human", DeliveryStatus.Delivered, "Voice: answered and announced")]
    [InlineData("completed", null, DeliveryStatus.Delivered, "Voice: answered and announced")]
    [InlineData("completed", "machine_start", DeliveryStatus.FailedForNow, "Voice: voicemail answered")]
    [InlineData("busy", null, DeliveryStatus.FailedForNow, "Voice: busy")]
    [InlineData("no-answer", null, DeliveryStatus.FailedForNow, "Voice: no answer")]
    [InlineData("queued", null, null, null)]
    public async Task A_call_is_asked_for_under_its_own_address_and_without_keys_a_human_is_all_it_can_reach(
        string status, string? answeredBy, DeliveryStatus? expected, string? detail)
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.ClosedTwilio(twilio.BaseUrl));
        var sent = await host.Channel(ContactMethodKind.Voice).SendAsync(Notifications.To(Notifications.Number), Test);
        twilio.Becomes(sent.ProviderId!, status, answeredBy: answeredBy);

        var receipt = await host.Status(ContactMethodKind.Voice).AskAsync(sent.ProviderId!, Test);

        Assert.Equal(expected is null ? null : new DeliveryReceipt(ContactMethodKind.Voice, sent.ProviderId!, expected.Value, detail!), receipt);
        Assert.Equal($"/2010-04-01/Accounts/{Settings.AccountSid}/Calls/{sent.ProviderId}.json", Assert.Single(twilio.Polls).Path);
    }

    public static TheoryData<StubAnswer> Troubles =>
    [
        StubTwilio.Error(404, 20404), StubTwilio.Error(429, 20429), StubTwilio.Error(401, 20003), StubTwilio.Error(503, 0),
        new StubAnswer.Reply(200, "not json"), new StubAnswer.Reply(200, "[]"), new StubAnswer.Drop(), new StubAnswer.BreakOff(200, "{"),
    ];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task No_answer_is_no_receipt(StubAnswer trouble)
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.ClosedTwilio(twilio.BaseUrl));
        twilio.Always = _ => trouble;

        Assert.Null(await host.Status(ContactMethodKind.Sms).AskAsync("SM1", Test));
        Assert.Null(await host.Status(ContactMethodKind.Voice).AskAsync("CA1", Test));
    }

    [Fact]
    public async Task A_hung_answer_ends_with_the_callers_time()
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.ClosedTwilio(twilio.BaseUrl));
        twilio.Next(new StubAnswer.Hang());
        using var eightSeconds = new CancellationTokenSource();

        var asking = host.Status(ContactMethodKind.Sms).AskAsync("SM1", eightSeconds.Token);
        await twilio.Requests.WaitAsync(1, Test);
        await eightSeconds.CancelAsync();

        Assert.Null(await asking);
    }

    [Theory]
    [InlineData(false, null, null)]
    [InlineData(true, null, "Sms Voice")]
    [InlineData(true, "MG1", "Sms")]
    public void Only_what_is_configured_and_cannot_be_called_back_is_asked_for(bool closed, string? from, string? polled)
    {
        using var host = new ChannelHost(new Dictionary<string, string?>(closed ? Settings.ClosedTwilio("http://x") : Settings.Twilio("http://x"))
        {
            ["OnCall:Channels:Twilio:From"] = from ?? Settings.From,
        });
        using var bare = new ChannelHost([]);

        Assert.Equal(polled ?? "", string.Join(' ', host.Statuses.Where(s => s.IsPolled).Select(s => s.Kind)));
        Assert.DoesNotContain(bare.Statuses, s => s.IsPolled);
    }
}
