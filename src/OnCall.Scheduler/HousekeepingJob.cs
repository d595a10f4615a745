using NodaTime;
using OnCall.Application;
using OnCall.Application.Notices;
using OnCall.Application.Paging;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Frees references, idempotency keys and answered messages whose 7 days are over, forgets warnings of gaps after 90, and lets the database tidy up, once an hour.</summary>
[DisallowConcurrentExecution]
public sealed class HousekeepingJob(IPageStore pages, IAnsweredMessages messages, INoticeStore notices, IDatabaseTidying database, IClock clock) : IJob
{
    private static readonly Duration WarningsKept = Duration.FromDays(90);

    public static readonly JobKey Key = new("housekeeping");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // First, since it keeps the database from growing whatever becomes of the rest.
        await database.TidyAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        await pages.PurgeAsync(now, cancellationToken);
        await messages.PurgeAsync(now, cancellationToken);
        await notices.ForgetWarningsAsync(now - WarningsKept, cancellationToken);
    }
}
