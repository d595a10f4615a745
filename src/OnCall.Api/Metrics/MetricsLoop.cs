using Microsoft.Extensions.Options;
using OnCall.Api.Settings;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Metrics;

/// <summary>Measures from the start on; where a collector is named, reads the engine steadily and exports to it.</summary>
internal sealed partial class MetricsLoop(
    OnCallMeter meter, MetricStore store, EngineGauges gauges, IOptions<OnCallOptions> options, TimeProvider time, ILogger<MetricsLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private IDisposable? _export;
    private Task? _end;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first count and the first request: what happens earlier would never reach the collector.
        if (options.Value.Telemetry.OtlpEndpoint is { Length: > 0 } collector)
        {
            _export = OtlpExport.Start(new Uri(collector));
        }

        ProcessGauges.Add(meter);
        store.Begin();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Task end;
        lock (_gate)
        {
            end = _end ??= EndAsync(cancellationToken);
        }

        // A host may be told to stop from two sides: the second waits too, since it goes on to dispose of what is measured.
        await end;
    }

    public override void Dispose()
    {
        Interlocked.Exchange(ref _export, null)?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_export is null)
        {
            return;
        }

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
            // Told to stop.
        }
    }

    // The last export tells how things stand at the end.
    private async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_export is null)
        {
            return;
        }

        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host waits no longer: what was read last has to do.
        }
        finally
        {
            Interlocked.Exchange(ref _export, null)?.Dispose();
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await gauges.RefreshAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogNotRead(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engine could not be read for the metrics: {Reason}")]
    private partial void LogNotRead(string reason);
}
