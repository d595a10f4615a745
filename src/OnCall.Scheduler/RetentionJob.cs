using Microsoft.Extensions.Hosting;
using OnCall.Application.Retention;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Looks every ten minutes whether the day's purge is due and free to be run. A stop of the program ends it between two small transactions.</summary>
[DisallowConcurrentExecution]
public sealed class RetentionJob(RunRetention run, IHostApplicationLifetime lifetime) : IJob
{
    public static readonly JobKey Key = new("retention");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await run.RunAsync(stopping.Token);
    }
}
