using Microsoft.Extensions.DependencyInjection;
using OnCall.Application;
using OnCall.Application.Paging;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Composition of the engine: signal, lanes, alarm clock, jobs.</summary>
public static class SchedulerServices
{
    private static readonly TimeSpan SweepHeartbeat = TimeSpan.FromSeconds(1);

    /// <summary>Adds the signal that writers and screens need on every node, and the engine itself where it runs in this process.</summary>
    public static IServiceCollection AddOnCallScheduler(this IServiceCollection services, bool inProcess)
    {
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<IWorkSignal>(provider => provider.GetRequiredService<WorkSignal>());
        services.AddSingleton(provider => new NodeName(NameOf(provider.GetRequiredService<IIdSource>().NewBits())));
        services.AddSingleton<EngineHealth>();
        return inProcess ? services.AddEngine() : services;
    }

    // At most 64 characters, as the column has it.
    private static string NameOf(ulong bits)
    {
        var machine = Environment.MachineName;
        return $"{(machine.Length > 30 ? machine[..30] : machine)}/{Environment.ProcessId}/{bits:x16}";
    }

    private static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.AddQuartz(q =>
        {
            q.SchedulerName = "OnCall";
            q.UseInMemoryStore();
            q.AddJob<EscalationSweepJob>(EscalationSweepJob.Key, j => j.StoreDurably());
            q.AddJob<NotificationJob>(NotificationJob.Key, j => j.StoreDurably());
            q.AddJob<HousekeepingJob>(HousekeepingJob.Key, j => j.StoreDurably());
            q.AddTrigger(t => t.WithIdentity("escalation-sweep-heartbeat").ForJob(EscalationSweepJob.Key).StartNow()
                .WithSimpleSchedule(s => s.WithInterval(SweepHeartbeat).RepeatForever().WithMisfireHandlingInstructionNextWithRemainingCount()));
            q.AddTrigger(t => t.WithIdentity("housekeeping-hourly").ForJob(HousekeepingJob.Key).StartNow()
                .WithSimpleSchedule(s => s.WithIntervalInHours(1).RepeatForever()));
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        services.AddHostedService<NotificationLanes>();
        services.AddHostedService<AlarmClock>();
        return services;
    }
}
