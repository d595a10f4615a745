using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OnCall.Data;

/// <summary>Measures the database's clock again every ten seconds.</summary>
internal sealed partial class DatabaseClockWatch(Database database, DatabaseClock clock, TimeProvider time, ILogger<DatabaseClockWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (database.HasOwnClock && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await clock.MeasureAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The last offset stays good for as long as the database is away.
                NotMeasured(log, error.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database's clock could not be read: {Reason}")]
    private static partial void NotMeasured(ILogger log, string reason);
}
