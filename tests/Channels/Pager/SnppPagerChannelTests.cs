using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Pager;

public sealed class SnppPagerChannelTests
{
    private const string Pager = "5550123";

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_urgent_page_is_one_session()
    {
        await using var gateway = StubSnpp.Start();

        var answer = await SendAsync(gateway, Notifications.To(Pager), ("Login", "oncall"), ("Password", "secret"));

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.Accepted, null, "Pager: the gateway took it (SNPP 250)"), answer);
        Assert.Equal(
            ["LOGI oncall secret", "LEVE 0", "ALER 1", $"PAGE {Pager}", "MESS #A1B2 URGENT Cardiology - duty physician Call 555 0199.", "SEND", "QUIT"],
            gateway.Commands.All);
    }

    [Theory]
    [InlineData(Urgency.Code, NotificationPurpose.Page, true)]
    [InlineData(Urgency.CriticalResult, NotificationPurpose.Repeat, true)]
    [InlineData(Urgency.Routine, NotificationPurpose.Page, false)]
    [InlineData(Urgency.Code, NotificationPurpose.Taken, false)]
    public async Task Urgency_sets_level_and_alert_and_only_quiet_news_may_be_held(Urgency urgency, NotificationPurpose purpose, bool rings)
    {
        await using var gateway = StubSnpp.Start();

        await SendAsync(gateway, Notifications.To(Pager, urgency, purpose), ("QuietHoldSeconds", "600"), ("Subject", "true"));

        string[] manner = rings ? ["LEVE 0", "ALER 1"] : ["LEVE 1", "ALER 0", "HOLD 261025004000 +0000"];
        var commands = Assert.Single(gateway.Deliveries.All).Commands;
        Assert.Equal([.. manner, $"PAGE {Pager}", "SUBJ #A1B2"], commands.SkipLast(2));
    }

    [Fact]
    public async Task A_long_text_goes_in_lines_and_none_of_them_can_end_it()
    {
        await using var gateway = StubSnpp.Start();
        var role = "Theatre " + string.Join(' ', Enumerable.Repeat(".dotted unit", 12));

        var answer = await SendAsync(gateway, Notifications.To(Pager, roleName: role, callback: null), ("MaxLineLength", "40"));

        Assert.Equal(DeliveryStatus.Accepted, answer.Status);
        var text = Assert.Single(gateway.Deliveries.All).Text;
        Assert.Equal($"#A1B2 URGENT {role}", string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 1, 40));
        Assert.Contains("\n .dotted", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_without_data_gets_what_fits_on_a_line()
    {
        await using var gateway = StubSnpp.Start().On("DATA", "500 Command not implemented");

        var answer = await SendAsync(gateway, Notifications.To(Pager, roleName: new string('x', 30) + " " + new string('y', 30)), ("MaxLineLength", "50"));

        Assert.Equal(DeliveryStatus.Accepted, answer.Status);
        Assert.Equal("#A1B2 URGENT " + new string('x', 30), Assert.Single(gateway.Deliveries.All).Text);
    }

    [Fact]
    public async Task What_a_gateway_does_not_know_is_left_out()
    {
        await using var gateway = StubSnpp.Start()
            .On("LOGI", "500 Unknown").On("SITE", "500 Unknown").On("LEVE", "500 Unknown").On("ALER", "550 Not allowed").On("HOLD", "554 No").On("SUBJ", "750 Odd");

        var answer = await SendAsync(
            gateway, Notifications.To(Pager, Urgency.Routine), ("Login", "oncall"), ("SiteCommands:0", "JQUEUE yes"), ("QuietHoldSeconds", "60"), ("Subject", "true"));

        Assert.Equal(DeliveryStatus.Accepted, answer.Status);
        Assert.Equal(["LOGI oncall", "SITE JQUEUE yes"], gateway.Commands.All.Take(2));
        Assert.Single(gateway.Deliveries.All);
    }

    [Theory]
    [InlineData("5550123\r\nPAGE 5550999")]
    [InlineData("5550123\nSEND")]
    [InlineData("")]
    [InlineData("1 2 3")]
    [InlineData("５５５")]
    public async Task An_address_that_could_be_a_command_never_reaches_the_gateway(string address)
    {
        await using var gateway = StubSnpp.Start();

        Assert.Equal(DeliveryStatus.FailedForGood, (await SendAsync(gateway, Notifications.To(address))).Status);
        Assert.Empty(gateway.Commands.All);
    }

    [Theory]
    [InlineData("ascii", "Café\r\nSEND — “Ünit” 循環", "Cafe  SEND - \"Unit\" ??")]
    [InlineData("utf-8", "Café\r\nSEND — “Ünit” 循環\u2028x", "Café  SEND — “Ünit” 循環 x")]
    public async Task A_text_stays_on_its_line_and_within_the_characters_of_the_gateway(string encoding, string role, string shown)
    {
        await using var gateway = StubSnpp.Start();

        await SendAsync(gateway, Notifications.To(Pager, roleName: role, callback: null), ("Encoding", encoding));

        Assert.Equal($"#A1B2 URGENT {shown}", Assert.Single(gateway.Deliveries.All).Text);
    }

    private static async Task<DeliveryAnswer> SendAsync(StubSnpp gateway, OutgoingNotification notification, params (string, string)[] settings)
    {
        using var host = new ChannelHost(Settings.Snpp(gateway.Port, settings));
        return await host.Channel(ContactMethodKind.Snpp).SendAsync(notification, Test);
    }
}
