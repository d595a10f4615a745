using OnCall.Application.Notifications;
using OnCall.Channels.Tests.Support;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests;

/// <summary>A node that was stopped in the middle of a call, and goes on when another has sent the same, must not send.</summary>
public sealed class ClaimOverTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_sms_leaves_once_the_claim_is_over()
    {
        await using var twilio = await StubTwilio.StartAsync();
        using var host = new ChannelHost(Settings.Twilio(twilio.BaseUrl));

        var answer = await host.Channel(ContactMethodKind.Sms).SendAsync(Over(Notifications.Number), Test);

        Assert.Equal(DeliveryStatus.FailedForNow, answer.Status);
        Assert.Empty(twilio.Requests.All);
    }

    [Fact]
    public async Task No_push_leaves_once_the_claim_is_over()
    {
        await using var fcm = await StubFcm.StartAsync();
        using var file = CredentialsFile.For(fcm);
        using var host = new ChannelHost(Settings.Fcm(fcm.BaseUrl, file.Path));

        var answer = await host.Channel(ContactMethodKind.Push).SendAsync(Over("device"), Test);

        Assert.Equal(DeliveryStatus.FailedForNow, answer.Status);
        Assert.Empty(fcm.Requests.All);
    }

    [Fact]
    public async Task No_pager_is_told_to_send_once_the_claim_is_over()
    {
        await using var gateway = StubSnpp.Start();
        using var host = new ChannelHost(Settings.Snpp(gateway.Port));

        var answer = await host.Channel(ContactMethodKind.Snpp).SendAsync(Over("5550123"), Test);

        Assert.Equal(DeliveryStatus.FailedForNow, answer.Status);
        Assert.Empty(gateway.Deliveries.All);
        Assert.Contains(gateway.Commands.All, c => c.StartsWith("PAGE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_mail_leaves_once_the_claim_is_over()
    {
        await using var server = StubSmtp.Start();
        using var host = new ChannelHost(Settings.Smtp(server.Port));

        var answer = await host.Channel(ContactMethodKind.Mail).SendAsync(Over("ada@hospital.example"), Test);

        Assert.Equal(DeliveryStatus.FailedForNow, answer.Status);
        Assert.Empty(server.Commands.All);
    }

    private static OutgoingNotification Over(string address) => Notifications.To(address) with { MayLeave = static () => false };
}
