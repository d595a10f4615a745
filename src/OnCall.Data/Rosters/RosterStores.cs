using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Feeds;
using OnCall.Application.Rosters.Gaps;
using OnCall.Application.Rosters.Pulls;
using OnCall.Application.Rosters.Rotations;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Application.Rosters.Swaps;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data.Rosters.Pulls;
using OnCall.Data.Rosters.Rotations;
using OnCall.Data.Rosters.Swaps;

namespace OnCall.Data.Rosters;

/// <summary>The stores of rosters.</summary>
internal static class RosterStores
{
    internal static IServiceCollection AddRosterStores(this IServiceCollection services) => services
        .AddSingleton<IRosterPeople, RosterPeopleStore>()
        .AddSingleton<RosterStore>()
        .AddSingleton<IRosterReads>(s => s.GetRequiredService<RosterStore>())
        .AddSingleton<IRosterWindows>(s => s.GetRequiredService<RosterStore>())
        .AddSingleton<IRosterUploads, RosterUploadStore>()
        .AddSingleton<IRosterSources, RosterSourceStore>()
        .AddSingleton<IRosterFeeds, RosterFeedStore>()
        .AddSingleton<IGapWarnings, GapWarningStore>()
        .AddSingleton<ICovers, CoverStore>()
        .AddSingleton<ISwaps, SwapStore>()
        .AddSingleton<IRosterPulls, RosterPullStore>()
        .AddSingleton<IRotations, RotationStore>();
}
