using Microsoft.Extensions.DependencyInjection;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Application.Rosters.Paper;
using Quartz;

namespace OnCall.Scheduler;

/// <summary>Composition of the engine: signal, lanes, alarm clock, jobs.</summary>
public static class SchedulerServices
{
    private static readonly TimeSpan SweepHeartbeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan NotificationHeartbeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PollHeartbeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HousekeepingInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan PaperLook = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan NoticeHeartbeat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SwapLook = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan GapLook = TimeSpan.FromSeconds(5);

    // A server that has just started has pages to send first.
    private static readonly TimeSpan GapAfterStart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PaperAfterStart = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RotationLook = TimeSpan.FromHours(1);
    private static readonly TimeSpan PullLook = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PullAfterStart = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RetentionLook = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RetentionAfterStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SealingLook = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SealingAfterStart = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan RotationAfterStart = TimeSpan.FromSeconds(40);

    /// <summary>Adds the signal and the tail that writers and screens need on every node, and the engine itself where it runs in this process.</summary>
    public static IServiceCollection AddOnCallScheduler(this IServiceCollection services, bool inProcess)
    {
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<IWorkSignal>(provider => provider.GetRequiredService<WorkSignal>());
        services.AddSingleton<IPageChanges>(provider => provider.GetRequiredService<WorkSignal>());
        services.AddSingleton(provider => new NodeName(NameOf(provider.GetRequiredService<IIdSource>().NewBits())));
        services.AddSingleton<EngineHealth>();
        services.AddSingleton<IEngineHealth>(provider => provider.GetRequiredService<EngineHealth>());
        services.AddHostedService<PageTail>();
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
            q.UseInMemoryStore();
            q.AddJob<EscalationSweepJob>(j => j.WithIdentity(EscalationSweepJob.Key).StoreDurably());
            q.AddJob<NotificationJob>(j => j.WithIdentity(NotificationJob.Key).StoreDurably());
            q.AddJob<DeliveryPollJob>(j => j.WithIdentity(DeliveryPollJob.Key).StoreDurably());
            q.AddJob<HousekeepingJob>(j => j.WithIdentity(HousekeepingJob.Key).StoreDurably());
            q.AddJob<DowntimeSheetJob>(j => j.WithIdentity(DowntimeSheetJob.Key).StoreDurably());
            q.AddJob<RotationJob>(j => j.WithIdentity(RotationJob.Key).StoreDurably());
            q.AddTrigger(t => t.WithIdentity("escalation-sweep-heartbeat").ForJob(EscalationSweepJob.Key).StartNow()
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(SweepHeartbeat).RepeatForever()));
            q.AddTrigger(t => t.WithIdentity("notification-heartbeat").ForJob(NotificationJob.Key).StartNow()
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(NotificationHeartbeat).RepeatForever()));
            q.AddTrigger(t => t.WithIdentity("delivery-poll-heartbeat").ForJob(DeliveryPollJob.Key).StartNow()
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(PollHeartbeat).RepeatForever()));
            q.AddTrigger(t => t.WithIdentity("housekeeping-hourly").ForJob(HousekeepingJob.Key).StartNow()
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(HousekeepingInterval).RepeatForever()));
            q.AddTrigger(t => t.WithIdentity("downtime-sheet-look").ForJob(DowntimeSheetJob.Key).StartAt(TimeProvider.System.GetUtcNow() + PaperAfterStart)
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(PaperLook).RepeatForever()));
            q.AddJob<NoticeJob>(j => j.WithIdentity(NoticeJob.Key).StoreDurably());
            q.AddTrigger(t => t.WithIdentity("notice-heartbeat").ForJob(NoticeJob.Key).StartNow()
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(NoticeHeartbeat).RepeatForever()));
            q.AddJob<RosterGapJob>(j => j.WithIdentity(RosterGapJob.Key).StoreDurably());
            q.AddTrigger(t => t.WithIdentity("roster-gap-look").ForJob(RosterGapJob.Key).StartAt(TimeProvider.System.GetUtcNow() + GapAfterStart)
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(GapLook).RepeatForever()));
            q.AddJob<SwapJob>(j => j.WithIdentity(SwapJob.Key).StoreDurably());
            q.AddTrigger(t => t.WithIdentity("swap-look").ForJob(SwapJob.Key).StartNow()
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(SwapLook).RepeatForever()));
            q.AddJob<RosterPullJob>(j => j.WithIdentity(RosterPullJob.Key).StoreDurably());
            q.AddTrigger(t => t.WithIdentity("roster-pull-look").ForJob(RosterPullJob.Key).StartAt(TimeProvider.System.GetUtcNow() + PullAfterStart)
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(PullLook).RepeatForever()));
            q.AddJob<RetentionJob>(j => j.WithIdentity(RetentionJob.Key).StoreDurably());
            q.AddTrigger(t => t.WithIdentity("retention-look").ForJob(RetentionJob.Key).StartAt(TimeProvider.System.GetUtcNow() + RetentionAfterStart)
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(RetentionLook).RepeatForever()));
            q.AddJob<SealingJob>(j => j.WithIdentity(SealingJob.Key).StoreDurably());
            q.AddTrigger(t => t.WithIdentity("sealing-look").ForJob(SealingJob.Key).StartAt(TimeProvider.System.GetUtcNow() + SealingAfterStart)
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(SealingLook).RepeatForever()));
            q.AddTrigger(t => t.WithIdentity("rotation-look").ForJob(RotationJob.Key).StartAt(TimeProvider.System.GetUtcNow() + RotationAfterStart)
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(RotationLook).RepeatForever()));
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        services.AddSingleton<SweepAlarm>();
        services.AddSingleton<IPaperFolder>(provider => new PaperFolder(provider.GetRequiredService<PaperPlace>().Folder));
        services.AddHostedService<AuditSealer>();
        services.AddHostedService<NotificationLanes>();
        services.AddHostedService<AlarmClock>();
        return services;
    }
}
