namespace OnCall.Scheduler;

/// <summary>What the engine does by the clock. Why a job is here or there is argued in ADR 14.</summary>
public static class EngineJobs
{
    /// <summary>Of each node: the way of pages, where a second node must never wait for a first, and what a node does for itself.</summary>
    public static IReadOnlyList<EngineJob> OnEachNode { get; } =
    [
        EngineJob.Of<EscalationSweepJob>(EscalationSweepJob.Key, "escalation-sweep-heartbeat", TimeSpan.FromSeconds(1)),
        EngineJob.Of<NotificationJob>(NotificationJob.Key, "notification-heartbeat", TimeSpan.FromSeconds(1)),
        EngineJob.Of<DeliveryPollJob>(DeliveryPollJob.Key, "delivery-poll-heartbeat", TimeSpan.FromSeconds(1)),
        EngineJob.Of<NoticeJob>(NoticeJob.Key, "notice-heartbeat", TimeSpan.FromSeconds(5)),
        EngineJob.Of<RosterGapJob>(RosterGapJob.Key, "roster-gap-look", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)),
        EngineJob.Of<DowntimeSheetJob>(DowntimeSheetJob.Key, "downtime-sheet-look", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10)),
    ];

    /// <summary>Of the installation: whichever node has it this time does it for all, on rows that all share.</summary>
    public static IReadOnlyList<EngineJob> OncePerCluster { get; } =
    [
        EngineJob.Of<HousekeepingJob>(HousekeepingJob.Key, "housekeeping-hourly", TimeSpan.FromHours(1)),
        EngineJob.Of<SwapJob>(SwapJob.Key, "swap-look", TimeSpan.FromMinutes(1)),
        EngineJob.Of<RosterPullJob>(RosterPullJob.Key, "roster-pull-look", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(20)),
        EngineJob.Of<RotationJob>(RotationJob.Key, "rotation-look", TimeSpan.FromHours(1), TimeSpan.FromSeconds(40)),
        EngineJob.Of<SealingJob>(SealingJob.Key, "sealing-look", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(50)),
        EngineJob.Of<RetentionJob>(RetentionJob.Key, "retention-look", TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(2)),
    ];
}
