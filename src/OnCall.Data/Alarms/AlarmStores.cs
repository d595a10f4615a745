using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Alarms;

namespace OnCall.Data.Alarms;

/// <summary>The stores of the watch over OnCall itself.</summary>
internal static class AlarmStores
{
    internal static IServiceCollection AddAlarmStores(this IServiceCollection services) => services
        .AddSingleton<IAlarmStore, AlarmStore>()
        .AddSingleton<INodeBeats, NodeBeatStore>()
        .AddSingleton<WatchReads>()
        .AddSingleton<IOverdueReads>(s => s.GetRequiredService<WatchReads>())
        .AddSingleton<IRosterEndReads>(s => s.GetRequiredService<WatchReads>())
        .AddSingleton<ITestPageStore, TestPageStore>();
}
