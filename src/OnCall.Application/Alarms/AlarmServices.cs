using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Application.Alarms;

/// <summary>The watch over OnCall itself. Each source of alarms is a line.</summary>
internal static class AlarmServices
{
    internal static IServiceCollection AddAlarms(this IServiceCollection services) => services
        .AddSingleton<WatchdogRecord>()
        .AddSingleton<OwnBeat>()
        .AddSingleton<StandingAlarms>()
        .AddSingleton<IAlarmSource, WatchedNodes>()
        .AddSingleton<IAlarmSource, WatchedWork>()
        .AddSingleton<IAlarmSource, WatchedRosters>()
        .AddSingleton<IAlarmSource, WatchedRotations>()
        .AddSingleton<IAlarmSource, WatchedPulls>()
        .AddSingleton<IAlarmSource, WatchedTestPages>()
        .AddSingleton<IAlarmSource, WatchedKeyEnds>()
        .AddSingleton<IAlarmSource, WatchedPeople>()
        .AddSingleton<IAlarmSource, WatchedGaps>()
        .AddSingleton<IAlarmSource, WatchedKeys>()
        .AddSingleton<WatchEngine>()
        .AddSingleton<ReadAlarms>()
        .AddSingleton<PingWatchdog>()
        .AddSingleton<RunSelfTest>();
}
