using Microsoft.Extensions.Options;
using OnCall.Api.Settings;
using OnCall.Application.Alarms;

namespace OnCall.Api.Watch;

/// <summary>Tells the outside watchdog again and again that all is well, where there is one.</summary>
internal sealed partial class WatchdogLoop(IServiceProvider services, IOptions<OnCallOptions> options, TimeProvider time, ILogger<WatchdogLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value.Watchdog;
        if (string.IsNullOrWhiteSpace(settings.Url))
        {
            return;
        }

        // Made here, so that an installation without a watchdog never loads an HTTP client for it.
        var ping = services.GetRequiredService<PingWatchdog>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(settings.IntervalSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ping.RunAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The heartbeat to the outside watchdog failed")]
    private partial void LogFailed(Exception error);
}
