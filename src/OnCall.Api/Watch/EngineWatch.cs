using Microsoft.Extensions.Options;
using NodaTime;
using OnCall.Api.Settings;
using OnCall.Application.Alarms;

namespace OnCall.Api.Watch;

/// <summary>Looks at the installation every 5 s, on every node, by a timer of its own: Quartz may be what has stopped.</summary>
internal sealed partial class EngineWatch(
    WatchEngine watch, StandingAlarms shown, IOptions<OnCallOptions> options, IClock clock, TimeProvider time, ILogger<EngineWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!options.Value.Watch.Enabled)
        {
            return;
        }

        try
        {
            await watch.StopAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Nothing hangs on it: a node that is not heard of any more counts as gone.
            LogNotSaid(error.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Watch.Enabled)
        {
            return;
        }

        shown.Begin(clock.GetCurrentInstant());
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await watch.RunAsync(stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "That this node stops could not be written: {Why}")]
    private partial void LogNotSaid(string why);
}
