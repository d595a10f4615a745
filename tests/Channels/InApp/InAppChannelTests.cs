using OnCall.Application.Notifications;
using OnCall.Channels.InApp;
using OnCall.Channels.Tests.Support;

namespace OnCall.Channels.Tests.InApp;

public sealed class InAppChannelTests
{
    private const string Person = "00000000-0000-0000-0000-000000000007";

    [Fact]
    public async Task An_open_screen_has_it_delivered() =>
        Assert.Equal(DeliveryStatus.Delivered, (await SendAsync(new OpenScreens(Person))).Status);

    [Fact]
    public async Task A_closed_one_finds_it_in_the_inbox() =>
        Assert.Equal(DeliveryStatus.Accepted, (await SendAsync(new OpenScreens())).Status);

    private static Task<DeliveryAnswer> SendAsync(IOpenInboxes streams) =>
        new InAppChannel(streams).SendAsync(Notifications.To(Person), TestContext.Current.CancellationToken);
}
