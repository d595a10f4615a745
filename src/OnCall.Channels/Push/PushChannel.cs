using Microsoft.Extensions.Options;
using OnCall.Application.Devices;
using OnCall.Application.Notifications;
using OnCall.Channels.Push.Web;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Push;

/// <summary>Pushes to whatever a device is reached by: a browser's own push service, or FCM.</summary>
public sealed class PushChannel : IChannel
{
    private readonly FcmPushChannel _fcm;
    private readonly WebPushClient _web;
    private readonly WebPushOptions _options;
    private readonly IPushTargets _targets;

    internal PushChannel(FcmPushChannel fcm, WebPushClient web, IOptions<WebPushOptions> options, IPushTargets targets) =>
        (_fcm, _web, _options, _targets) = (fcm, web, options.Value, targets);

    public ContactMethodKind Kind => ContactMethodKind.Push;

    public bool IsConfigured => _fcm.IsConfigured || _options.IsConfigured;

    public ProviderLimits Limits => (_fcm.IsConfigured, _options.IsConfigured) switch
    {
        (true, true) => LimitSettings.Smaller(_fcm.Limits, WebLimits),
        (false, true) => WebLimits,
        _ => _fcm.Limits,
    };

    private ProviderLimits WebLimits => LimitSettings.Of(_options.AtOnce, _options.PerSecond);

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (!DeviceAddress.IsOne(notification.Address))
        {
            return await ByFcmAsync(notification, cancellationToken);
        }

        return await _targets.FindAsync(notification.Address, cancellationToken) switch
        {
            null => WebPushAnswers.Gone,
            { Token: { } token } => await ByFcmAsync(notification with { Address = token }, cancellationToken),
            var target => await _web.SendAsync(target, notification, cancellationToken),
        };
    }

    private Task<DeliveryAnswer> ByFcmAsync(OutgoingNotification notification, CancellationToken cancellationToken) => _fcm.IsConfigured
        ? _fcm.SendAsync(notification, cancellationToken)
        : Task.FromResult(new DeliveryAnswer(DeliveryStatus.FailedForGood, null, "Push: FCM is not configured"));
}
