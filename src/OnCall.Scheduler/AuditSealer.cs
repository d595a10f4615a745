using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Audit;

namespace OnCall.Scheduler;

/// <summary>
/// Seals the audit trail each second, keeps its anchor, and does both once more at the end, when nobody writes any more. By a timer of its own:
/// what Quartz has to do comes first.
/// </summary>
public sealed partial class AuditSealer(SealAudit seal, AnchorAudit anchor, AuditRecord record, IClock clock, TimeProvider time, ILogger<AuditSealer> logger)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After everything else has stopped.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => OnceAsync(atTheEnd: true, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await OnceAsync(atTheEnd: false, stoppingToken);
        }
    }

    private async Task OnceAsync(bool atTheEnd, CancellationToken stopping)
    {
        try
        {
            await seal.RunAsync(stopping);
            await anchor.RunAsync(atTheEnd, stopping);

            // Last, so that it keeps nothing from being done.
            var isWhole = atTheEnd || await seal.LookBackAsync(stopping);
            if (isWhole && record.Seals.Note(succeeded: true, clock.GetCurrentInstant()))
            {
                LogSealed();
            }
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            if (record.Seals.Note(succeeded: false, clock.GetCurrentInstant()))
            {
                LogFailed(error);
            }
        }
        catch (Exception) when (atTheEnd)
        {
            // There was no time left; the next start seals what this one has not.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Entries of the audit trail could not be sealed; it is tried each second. Said once, until it changes")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "Entries of the audit trail are sealed again")]
    private partial void LogSealed();
}
