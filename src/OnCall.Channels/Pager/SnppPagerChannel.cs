using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Pager;

/// <summary>Pagers behind an SNPP gateway (RFC 1861, level 2), one session a notification.</summary>
public sealed class SnppPagerChannel(IOptions<SnppOptions> options, IClock clock) : IChannel
{
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    private readonly SnppOptions _options = options.Value;

    public ContactMethodKind Kind => ContactMethodKind.Snpp;

    public bool IsConfigured => _options.IsConfigured;

    public ProviderLimits Limits => LimitSettings.Of(_options.AtOnce, _options.PerSecond);

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        if (!SnppPlan.Fits(notification.Address))
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "Pager: not a pager's address");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ChannelLimits.ProviderCall);
        using var client = new TcpClient { NoDelay = true };
        if (await ConnectAsync(client, limit.Token) is { } problem)
        {
            return new DeliveryAnswer(DeliveryStatus.FailedForNow, null, $"Pager: {problem}") { ProviderFault = true };
        }

        var wire = new SnppWire(client.GetStream(), _options.IsUtf8 ? new UTF8Encoding(false) : Encoding.ASCII);
        var session = new SnppSession(wire, SnppPlan.OneLine(notification.Text, _options), notification.MayLeave);
        var answer = await session.RunAsync(SnppPlan.For(notification, _options, clock.GetCurrentInstant()), limit.Token);
        if (answer.Status != DeliveryStatus.Indeterminate)
        {
            await QuitAsync(wire, limit.Token);
        }

        return answer;
    }

    private async Task<string?> ConnectAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ChannelLimits.Connect);
        try
        {
            await client.ConnectAsync(_options.Host!, _options.Port, limit.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return "no connection in time";
        }
        catch (SocketException)
        {
            return "no connection";
        }
    }

    // Courtesy: the answer is known by now and nothing that happens here changes it.
    private static async Task QuitAsync(SnppWire wire, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Farewell);
        try
        {
            await wire.WriteAsync(["QUIT"], limit.Token);
            await wire.ReadAsync(limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // Gone already.
        }
    }
}
