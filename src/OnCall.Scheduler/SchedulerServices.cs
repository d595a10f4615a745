using Microsoft.Extensions.DependencyInjection;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Application.Rosters.Paper;
using OnCall.Scheduler.Cluster;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Composition of the engine: signal, lanes, alarm clock, jobs.</summary>
public static class SchedulerServices
{
    /// <summary>Adds the signal and the tail that writers and screens need on every node, and the engine itself where it runs in this process.</summary>
    /// <param name="cluster">The database that several nodes share; null where there is one node.</param>
    public static IServiceCollection AddOnCallScheduler(this IServiceCollection services, bool inProcess, ClusterStore? cluster = null)
    {
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<IWorkSignal>(provider => provider.GetRequiredService<WorkSignal>());
        services.AddSingleton<IPageChanges>(provider => provider.GetRequiredService<WorkSignal>());
        services.AddSingleton(provider => new NodeName(NameOf(provider.GetRequiredService<IIdSource>().NewBits())));
        services.AddSingleton<EngineHealth>();
        services.AddSingleton<IEngineHealth>(provider => provider.GetRequiredService<EngineHealth>());
        services.AddHostedService<PageTail>();
        return inProcess ? services.AddEngine(cluster) : services;
    }

    // At most 64 characters, as the column has it.
    private static string NameOf(ulong bits)
    {
        var machine = Environment.MachineName;
        return $"{(machine.Length > 30 ? machine[..30] : machine)}/{Environment.ProcessId}/{bits:x16}";
    }

    private static IServiceCollection AddEngine(this IServiceCollection services, ClusterStore? cluster)
    {
        services.AddQuartz(q =>
        {
            q.UseInMemoryStore();
            foreach (var job in InMemory(cluster))
            {
                q.AddJob(job.Type, j => j.WithIdentity(job.Key).StoreDurably());
                q.AddTrigger(t => t.WithIdentity(job.Trigger).ForJob(job.Key).StartAt(TimeProvider.System.GetUtcNow() + job.AfterStart)
                    .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(job.Interval).RepeatForever()));
            }
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        if (cluster is not null)
        {
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<ClusterScheduler>(provider, cluster, EngineJobs.OncePerCluster));
        }

        services.AddSingleton<SweepAlarm>();
        services.AddSingleton<IPaperFolder>(provider => new PaperFolder(provider.GetRequiredService<PaperPlace>().Folder));
        services.AddHostedService<AuditSealer>();
        services.AddHostedService<NotificationLanes>();
        services.AddHostedService<AlarmClock>();
        return services;
    }

    // One node alone needs no store to agree with others by.
    private static IEnumerable<EngineJob> InMemory(ClusterStore? cluster) => cluster is null ? EngineJobs.OnEachNode.Concat(EngineJobs.OncePerCluster) : EngineJobs.OnEachNode;
}
