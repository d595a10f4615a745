using System.Data.Common;
using Microsoft.Extensions.Options;
using OnCall.Api.Settings;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Metrics;

/// <summary>Measures from the start on; where a collector is named, reads the engine steadily and exports to it.</summary>
internal sealed partial class MetricsLoop(
    OnCallMeter meter, MetricStore store, EngineGauges gauges, IOptions<OnCallOptions> options, TimeProvider time, ILogger<MetricsLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        ProcessGauges.Add(meter);
        store.Begin();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Telemetry.OtlpEndpoint is not { Length: > 0 } collector)
        {
            return;
        }

        using var export = OtlpExport.Start(new Uri(collector));
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                await RefreshAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop; what was measured last goes out with the export's end.
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await gauges.RefreshAsync(cancellationToken);
        }
        catch (Exception error) when (error is DbException or TimeoutException)
        {
            LogNotRead(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engine could not be read for the metrics: {Reason}")]
    private partial void LogNotRead(string reason);
}
