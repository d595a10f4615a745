using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notifications;

namespace OnCall.Scheduler;

/// <summary>
/// Runs a lane for each kind of contact method, also for one whose channel is not configured (any more): what still waits for it must fail,
/// so that its page goes on.
/// </summary>
public sealed class NotificationLanes(
    SendNotifications sender, ChannelSet channels, WorkSignal signal, IClock clock, TimeProvider time, ILogger<NotificationLanes> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enum.GetValues<ContactMethodKind>().Select(kind => new NotificationLane(kind, channels.Of(kind)?.Limits ?? ProviderLimits.Usual, sender, signal, clock, time, logger).RunAsync(stoppingToken)));
}
