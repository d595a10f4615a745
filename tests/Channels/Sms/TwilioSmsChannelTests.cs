using System.Net;
using System.Net.Sockets;
using System.Text;
using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Sms;

public sealed class TwilioSmsChannelTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_goes_out_as_one_signed_in_form_post()
    {
        await using var twilio = await StubTwilio.StartAsync();

        var answer = await SendAsync(twilio);

        var request = Assert.Single(twilio.Requests.All);
        Assert.Equal("POST", request.Method);
        Assert.Equal($"/2010-04-01/Accounts/{Settings.AccountSid}/Messages.json", request.Path);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Settings.AccountSid}:{Settings.AuthToken}")), request.Headers["Authorization"]);
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
        Assert.Equal(Notifications.Number, request.Form["To"]);
        Assert.Equal(Settings.From, request.Form["From"]);
        Assert.Equal("#A1B2 URGENT Cardiology – duty physician Call 555 0199. Reply #A1B2 Y to take it, N to pass on.", request.Form["Body"]);
        Assert.Equal($"https://oncall.example.org/webhooks/twilio/status?notification={Notifications.Id}&attempt=1", request.Form["StatusCallback"]);
        Assert.Equal(new DeliveryAnswer(DeliveryStatus.Accepted, StubTwilio.Sid(1), "SMS: accepted (queued)"), answer);
    }

    [Fact]
    public async Task A_messaging_service_stands_in_for_the_sender_number()
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl, from: "MG0123"));

        await host.Channel(ContactMethodKind.Sms).SendAsync(Notifications.To(Notifications.Number), Test);

        var form = Assert.Single(twilio.Requests.All).Form;
        Assert.Equal("MG0123", form["MessagingServiceSid"]);
        Assert.DoesNotContain("From", form.Keys);
    }

    [Theory]
    [InlineData(429, "", DeliveryStatus.FailedForNow)]
    [InlineData(502, "<html>Bad gateway</html>", DeliveryStatus.FailedForNow)]
    [InlineData(302, "", DeliveryStatus.FailedForNow)]
    [InlineData(201, "not json", DeliveryStatus.Accepted)]
    [InlineData(201, "[]", DeliveryStatus.Accepted)]
    [InlineData(201, """{"sid":"\ud800","status":"queued"}""", DeliveryStatus.Accepted)]
    [InlineData(201, """{"sid":"SM1","status":"\udc00"}""", DeliveryStatus.Accepted)]
    [InlineData(201, """{"\ud800\ud800\ud800\ud800":1,"sid":"SM1"}""", DeliveryStatus.Accepted)]
    [InlineData(400, """{"code":"\ud800"}""", DeliveryStatus.FailedForGood)]
    [InlineData(201, """{"sid":"SM1","status":"failed","error_code":30005}""", DeliveryStatus.FailedForGood)]
    public async Task An_answer_in_another_form_is_judged_by_its_status(int http, string body, DeliveryStatus expected)
    {
        await using var twilio = await StubTwilio.StartAsync();
        twilio.Next(new StubAnswer.Reply(http, body));

        Assert.Equal(expected, (await SendAsync(twilio)).Status);
    }

    [Fact]
    public async Task No_answer_in_time_leaves_it_open_whether_the_message_went_out()
    {
        await using var twilio = await StubTwilio.StartAsync();
        twilio.Next(new StubAnswer.Hang());
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl));
        using var eightSeconds = new CancellationTokenSource();

        var sending = host.Channel(ContactMethodKind.Sms).SendAsync(Notifications.To(Notifications.Number), eightSeconds.Token);
        await twilio.Requests.WaitAsync(1, Test);
        await eightSeconds.CancelAsync();

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.Indeterminate, null, "SMS: no answer in time") { ProviderFault = true }, await sending);
    }

    [Fact]
    public async Task A_slow_answer_within_the_time_is_an_answer()
    {
        await using var twilio = await StubTwilio.StartAsync();
        var gate = new TaskCompletionSource();
        twilio.Next(new StubAnswer.After(gate.Task, new StubAnswer.Reply(201, """{"sid":"SMslow","status":"accepted"}""")));
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl));

        var sending = host.Channel(ContactMethodKind.Sms).SendAsync(Notifications.To(Notifications.Number), Test);
        await twilio.Requests.WaitAsync(1, Test);
        gate.SetResult();

        Assert.Equal("SMslow", (await sending).ProviderId);
    }

    [Fact]
    public async Task A_connection_cut_after_the_message_leaves_it_open_too()
    {
        await using var twilio = await StubTwilio.StartAsync();
        twilio.Next(new StubAnswer.Drop());

        Assert.Equal(DeliveryStatus.Indeterminate, (await SendAsync(twilio)).Status);
    }

    [Fact]
    public async Task A_yes_that_breaks_off_is_still_a_yes()
    {
        await using var twilio = await StubTwilio.StartAsync();
        twilio.Next(new StubAnswer.BreakOff(201, """{"sid":"SM"""));

        Assert.Equal(DeliveryStatus.Accepted, (await SendAsync(twilio)).Status);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_has_sent_nothing()
    {
        using var host = new ChannelHost(Settings.Twilio($"http://127.0.0.1:{ClosedPort()}"));

        var answer = await host.Channel(ContactMethodKind.Sms).SendAsync(Notifications.To(Notifications.Number), Test);

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "SMS: no connection") { ProviderFault = true }, answer);
    }

    [Fact]
    public async Task A_connection_that_does_not_come_up_in_time_has_sent_nothing()
    {
        // Connections wait in the backlog for a TLS greeting that never comes, so no byte of the message can leave.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var host = new ChannelHost(Settings.Twilio($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}"));
        using var eightSeconds = new CancellationTokenSource();

        var sending = host.Channel(ContactMethodKind.Sms).SendAsync(Notifications.To(Notifications.Number), eightSeconds.Token);
        using var accepted = await silent.AcceptTcpClientAsync(Test);
        await eightSeconds.CancelAsync();

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "SMS: no connection in time") { ProviderFault = true }, await sending);
    }

    private static async Task<DeliveryAnswer> SendAsync(StubTwilio twilio)
    {
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl));
        return await host.Channel(ContactMethodKind.Sms).SendAsync(Notifications.To(Notifications.Number), Test);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
