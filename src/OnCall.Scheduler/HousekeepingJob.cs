using NodaTime;
using OnCall.Application.Paging;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Frees references and idempotency keys whose 7 days are over, once an hour.</summary>
[DisallowConcurrentExecution]
public sealed class HousekeepingJob(IPageStore pages, IClock clock) : IJob
{
    public static readonly JobKey Key = new("housekeeping");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await pages.PurgeAsync(clock.GetCurrentInstant(), cancellationToken);
    }
}
