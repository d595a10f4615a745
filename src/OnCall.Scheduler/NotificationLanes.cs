using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OnCall.Application.Notifications;

namespace OnCall.Scheduler;

/// <summary>Runs a lane for each channel that the hospital has.</summary>
public sealed class NotificationLanes(
    ChannelSet channels, SendNotifications sender, WorkSignal signal, TimeProvider time, ILogger<NotificationLanes> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(channels.Kinds.Select(kind => new NotificationLane(kind, sender, signal, time, logger).RunAsync(stoppingToken)));
}
