using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Testing;

namespace OnCall.Channels.Tests.Pager;

/// <summary>Gateways that other people wrote.</summary>
public sealed class RealSnppGatewayTests
{
    private const string Pager = "5550123";
    private const string Line = "#A1B2 URGENT Cardiology - duty physician Call 555 0199.";

    private static readonly string LongRole = "Theatre " + string.Join(' ', Enumerable.Repeat(".dotted unit", 6));

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Net_snpp_gets_the_page_although_it_knows_neither_login_nor_level()
    {
        await using var gateway = await NetSnppAsync();
        using var host = new ChannelHost(Settings.Snpp(gateway.Port, ("Login", "oncall"), ("Subject", "true"), ("QuietHoldSeconds", "60")));

        var answer = await host.Channel(ContactMethodKind.Snpp).SendAsync(Notifications.To(Pager), Test);

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.Accepted, null, "Pager: the gateway took it (SNPP 250)"), answer);
        Assert.Equal($"{Pager}\t{Line}", await gateway.LineAsync(Test));
    }

    [Fact]
    public async Task Net_snpp_gets_a_long_page_whole_and_refuses_an_unknown_pager()
    {
        await using var gateway = await NetSnppAsync();
        using var host = new ChannelHost(Settings.Snpp(gateway.Port, ("MaxLineLength", "40")));
        var channel = host.Channel(ContactMethodKind.Snpp);

        Assert.Equal(DeliveryStatus.FailedForGood, (await channel.SendAsync(Notifications.To("12"), Test)).Status);
        Assert.Equal(DeliveryStatus.Accepted, (await channel.SendAsync(Notifications.To(Pager, roleName: LongRole, callback: null), Test)).Status);
        Assert.Equal($"{Pager} #A1B2 URGENT {LongRole}", Words((await gateway.LineAsync(Test))?.Replace("\\n", " ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Hylafax_queues_the_page()
    {
        using var spool = new HylafaxSpool();
        await using var gateway = await HylafaxAsync(spool);
        using var host = new ChannelHost(Settings.Snpp(gateway.Port, ("Login", "oncall"), ("SiteCommands:0", "JQUEUE yes"), ("Subject", "true")));
        var channel = host.Channel(ContactMethodKind.Snpp);

        var answer = await channel.SendAsync(Notifications.To(Pager), Test);

        Assert.Equal(DeliveryStatus.Accepted, answer.Status);
        Assert.Contains($":{Pager}", Assert.Single(spool.Jobs()), StringComparison.Ordinal);
        Assert.Equal(Line, Assert.Single(spool.Texts()));
        Assert.Equal(DeliveryStatus.FailedForGood, (await channel.SendAsync(Notifications.To("999"), Test)).Status);
    }

    [Fact]
    public async Task Hylafax_gets_a_long_page_whole()
    {
        using var spool = new HylafaxSpool();
        await using var gateway = await HylafaxAsync(spool);
        using var host = new ChannelHost(Settings.Snpp(
            gateway.Port, ("Login", "oncall"), ("SiteCommands:0", "JQUEUE yes"), ("MaxLineLength", "40")));

        var answer = await host.Channel(ContactMethodKind.Snpp).SendAsync(Notifications.To(Pager, roleName: LongRole, callback: null), Test);

        Assert.Equal(DeliveryStatus.Accepted, answer.Status);
        Assert.Equal($"#A1B2 URGENT {LongRole}", Words(Assert.Single(spool.Texts())));
    }

    [Fact]
    public async Task Hylafax_that_waits_for_its_modem_after_send_leaves_it_open()
    {
        using var spool = new HylafaxSpool();
        await using var gateway = await HylafaxAsync(spool);
        using var host = new ChannelHost(Settings.Snpp(gateway.Port, ("Login", "oncall")));
        using var eightSeconds = new CancellationTokenSource();

        var sending = host.Channel(ContactMethodKind.Snpp).SendAsync(Notifications.To(Pager), eightSeconds.Token);
        // SEND is what gives the job its text.
        while (!spool.Jobs().Any(job => job.Contains("data:", StringComparison.Ordinal)))
        {
            Assert.False(sending.IsCompleted, "answered without a job");
            await Task.Delay(20, Test);
        }

        await eightSeconds.CancelAsync();

        Assert.Equal(new DeliveryAnswer(DeliveryStatus.Indeterminate, null, "Pager: no reply in time after SEND") { ProviderFault = true }, await sending);
    }

    [Fact]
    public async Task Hylafax_without_a_login_refuses_and_nothing_is_sent()
    {
        using var spool = new HylafaxSpool();
        await using var gateway = await HylafaxAsync(spool);
        using var host = new ChannelHost(Settings.Snpp(gateway.Port));

        Assert.Equal(DeliveryStatus.FailedForNow, (await host.Channel(ContactMethodKind.Snpp).SendAsync(Notifications.To(Pager), Test)).Status);
        Assert.Empty(spool.Jobs());
    }

    private static string Words(string? text) => string.Join(' ', text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    private static Task<PerlGateway> NetSnppAsync()
    {
        Assert.SkipUnless(OtherProgram.Runs("perl", "-MNet::SNPP::Server", "-e1"), "needs Net::SNPP::Server: apt-get install libnet-snpp-perl");
        return PerlGateway.StartAsync("snpp-server.pl", [], Test);
    }

    private static Task<PerlGateway> HylafaxAsync(HylafaxSpool spool)
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/hfaxd") && File.Exists("/usr/sbin/faxq"), "needs HylaFAX: apt-get install hylafax-server");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root: hfaxd changes its root directory");
        return PerlGateway.StartAsync("hylafax-gateway.pl", [spool.Path], Test);
    }
}
