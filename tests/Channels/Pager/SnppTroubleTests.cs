using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Pager;

public sealed class SnppTroubleTests
{
    private const string Pager = "5550123";

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GREETING", "421 Gateway service unavailable", DeliveryStatus.FailedForNow, true)]
    [InlineData("GREETING", "554 Busy", DeliveryStatus.FailedForNow, true)]
    [InlineData("LOGI", "421 Illegal access attempt", DeliveryStatus.FailedForNow, true)]
    [InlineData("LOGI", "550 Error, invalid login", DeliveryStatus.FailedForNow, true)]
    [InlineData("LEVE", "421 Too many errors", DeliveryStatus.FailedForNow, true)]
    [InlineData("PAGE", "550 Unknown pager 5550123", DeliveryStatus.FailedForGood, false)]
    [InlineData("PAGE", "552 Maximum entries exceeded", DeliveryStatus.FailedForNow, true)]
    [InlineData("PAGE", "554 Technical failure", DeliveryStatus.FailedForNow, true)]
    [InlineData("PAGE", "421 Too many errors", DeliveryStatus.FailedForNow, true)]
    [InlineData("PAGE", "354 Go on", DeliveryStatus.FailedForNow, true)]
    [InlineData("PAGE", "750 No", DeliveryStatus.FailedForNow, false)]
    [InlineData("MESS", "550 Error, invalid message", DeliveryStatus.FailedForGood, false)]
    [InlineData("MESS", "503 Error, message already entered", DeliveryStatus.FailedForNow, true)]
    [InlineData("SEND", "250 Message sent", DeliveryStatus.Accepted, false)]
    [InlineData("SEND", "201 Something good", DeliveryStatus.Accepted, false)]
    [InlineData("SEND", "214-Thank you\n214 for paging\n250 Message sent", DeliveryStatus.Accepted, false)]
    [InlineData("SEND", "250-Two\n250 lines", DeliveryStatus.Accepted, false)]
    [InlineData("SEND", "421 Gateway going down", DeliveryStatus.FailedForNow, true)]
    [InlineData("SEND", "450 Try later", DeliveryStatus.FailedForNow, true)]
    [InlineData("SEND", "503 Incomplete", DeliveryStatus.FailedForNow, true)]
    [InlineData("SEND", "550 Unknown pager", DeliveryStatus.FailedForGood, false)]
    [InlineData("SEND", "554 Message failed", DeliveryStatus.FailedForNow, true)]
    [InlineData("SEND", "750 Failed", DeliveryStatus.FailedForNow, false)]
    [InlineData("SEND", "780 1234 Expired", DeliveryStatus.FailedForNow, false)]
    [InlineData("SEND", "781 1234 Refused", DeliveryStatus.FailedForNow, false)]
    [InlineData("SEND", "860 1234 5678 Delivered", DeliveryStatus.Delivered, false)]
    [InlineData("SEND", "870 1234 5678 Read", DeliveryStatus.Delivered, false)]
    [InlineData("SEND", "880 1234 5678 Concluded", DeliveryStatus.Delivered, false)]
    [InlineData("SEND", "960 1234 5678 Queued", DeliveryStatus.Accepted, false)]
    [InlineData("SEND", "354 Go on", DeliveryStatus.Indeterminate, true)]
    [InlineData("SEND", "150 What", DeliveryStatus.Indeterminate, true)]
    [InlineData("SEND", "hello", DeliveryStatus.Indeterminate, true)]
    [InlineData("PAGE", "hello", DeliveryStatus.FailedForNow, true)]
    [InlineData("PAGE", "850 On line", DeliveryStatus.Accepted, false)]
    [InlineData("PAGE", "950 Not on line; queued", DeliveryStatus.Accepted, false)]
    [InlineData("SEND", "500 What", DeliveryStatus.FailedForNow, true)]
    public async Task Every_class_of_reply_has_its_meaning_and_its_fault(string command, string reply, DeliveryStatus expected, bool provider)
    {
        await using var gateway = StubSnpp.Start().On(command, reply);

        var answer = await SendAsync(gateway, Notifications.To(Pager), ("Login", "oncall"));

        Assert.Equal((expected, provider), (answer.Status, answer.ProviderFault));
        Assert.DoesNotContain(Pager, answer.Detail, StringComparison.Ordinal);
        Assert.Equal(reply.Contains("1234 5678", StringComparison.Ordinal) ? "1234" : null, answer.ProviderId);
    }

    public static TheoryData<string, string> Cuts => new MatrixTheoryData<string, string>(
        ["GREETING", "LOGI", "SITE", "LEVE", "ALER", "PAGE", "SUBJ", "DATA", "TEXT"], [SnppCut.Close, SnppCut.HalfLine, SnppCut.Silence]);

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Whatever_goes_wrong_before_send_has_sent_nothing(string command, string cut)
    {
        await using var gateway = StubSnpp.Start().On(command, cut);

        var answer = await SendUntilAsync(gateway, command, cut);

        Assert.Equal(DeliveryStatus.FailedForNow, answer.Status);
        Assert.Empty(gateway.Deliveries.All);
    }

    [Theory]
    [InlineData(SnppCut.Close)]
    [InlineData(SnppCut.HalfLine)]
    [InlineData(SnppCut.Silence)]
    public async Task Whatever_goes_wrong_after_send_leaves_it_open(string cut)
    {
        await using var gateway = StubSnpp.Start().On("SEND", cut);

        var answer = await SendUntilAsync(gateway, "SEND", cut);

        Assert.Equal(DeliveryStatus.Indeterminate, answer.Status);
        Assert.Single(gateway.Deliveries.All);
    }

    [Theory]
    [InlineData(SnppCut.Close)]
    [InlineData(SnppCut.Silence)]
    public async Task A_rude_farewell_changes_nothing(string cut)
    {
        await using var gateway = StubSnpp.Start().On("QUIT", cut);

        Assert.Equal(DeliveryStatus.Accepted, (await SendAsync(gateway, Notifications.To(Pager))).Status);
    }

    [Fact]
    public async Task A_gateway_that_floods_is_taken_for_gone()
    {
        await using var gateway = StubSnpp.Start().On("PAGE", new string('2', 5000));

        Assert.Equal(DeliveryStatus.FailedForNow, (await SendAsync(gateway, Notifications.To(Pager))).Status);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_has_sent_nothing()
    {
        int port;
        await using (var gone = StubSnpp.Start())
        {
            port = gone.Port;
        }

        using var host = new ChannelHost(Settings.Snpp(port));
        var answer = await host.Channel(ContactMethodKind.Snpp).SendAsync(Notifications.To(Pager), Test);

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.FailedForNow, null, "Pager: no connection") { ProviderFault = true }, answer);
    }

    private static async Task<DeliveryAnswer> SendAsync(StubSnpp gateway, OutgoingNotification notification, params (string, string)[] settings)
    {
        using var host = new ChannelHost(Settings.Snpp(gateway.Port, settings));
        return await host.Channel(ContactMethodKind.Snpp).SendAsync(notification, Test);
    }

    /// <summary>Sends a text of several lines; where the gateway falls silent, the caller's time ends once the command has arrived.</summary>
    private static async Task<DeliveryAnswer> SendUntilAsync(StubSnpp gateway, string command, string cut)
    {
        using var host = new ChannelHost(Settings.Snpp(
            gateway.Port, ("Login", "oncall"), ("SiteCommands:0", "JQUEUE yes"), ("Subject", "true"), ("MaxLineLength", "40")));
        using var eightSeconds = new CancellationTokenSource();
        var sending = host.Channel(ContactMethodKind.Snpp).SendAsync(Notifications.To(Pager), eightSeconds.Token);
        if (cut == SnppCut.Silence)
        {
            if (command != "GREETING")
            {
                await gateway.Commands.WaitAsync(1, line => line.StartsWith(command == "TEXT" ? "DATA" : command, StringComparison.Ordinal), Test);
            }

            await eightSeconds.CancelAsync();
        }

        return await sending;
    }
}
