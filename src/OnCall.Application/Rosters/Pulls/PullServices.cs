using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>The use cases of rosters that are fetched.</summary>
internal static class PullServices
{
    internal static IServiceCollection AddPulls(this IServiceCollection services) => services
        .AddSingleton<TakeRoster>()
        .AddSingleton<PullTelling>()
        .AddSingleton<RunRosterPull>()
        .AddSingleton<RunDueRosterPulls>()
        .AddSingleton<PutRosterPull>()
        .AddSingleton<ReadRosterPulls>();
}
