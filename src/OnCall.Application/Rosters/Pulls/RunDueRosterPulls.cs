using Microsoft.Extensions.Logging;
using NodaTime;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>Runs what is due; a few at once, so that one slow server does not hold up the others.</summary>
public sealed partial class RunDueRosterPulls(IRosterPulls pulls, RunRosterPull run, IClock clock, ILogger<RunDueRosterPulls> logger)
{
    private const int AtOnce = 3;

    /// <summary>How many this node ran.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var due = await pulls.DueAsync(clock.GetCurrentInstant(), cancellationToken);
        var done = 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (code, cancel) =>
        {
            try
            {
                if (await run.RunAsync(code, whenDue: true, cancel))
                {
                    Interlocked.Increment(ref done);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(code, error);
            }
        });
        return done;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The roster pull {Code} broke off; it is tried again when its claim ends")]
    private partial void LogFailed(string code, Exception error);
}
