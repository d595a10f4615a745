using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>The use cases of swaps.</summary>
internal static class SwapServices
{
    internal static IServiceCollection AddSwaps(this IServiceCollection services) => services
        .AddSingleton<SwapSettings>()
        .AddSingleton<SwapWarnings>()
        .AddSingleton<SwapNotices>()
        .AddSingleton<SwapMover>()
        .AddSingleton<AskSwap>()
        .AddSingleton<ReadSwapChoices>()
        .AddSingleton<ActOnSwap>()
        .AddSingleton<ReadSwaps>()
        .AddSingleton<WatchSwaps>();
}
