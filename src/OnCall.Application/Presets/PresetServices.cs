using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Application.Presets;

/// <summary>The use cases of presets.</summary>
internal static class PresetServices
{
    internal static IServiceCollection AddPresets(this IServiceCollection services) => services
        .AddSingleton<PresetViews>()
        .AddSingleton<PutPreset>()
        .AddSingleton<RemovePreset>()
        .AddSingleton<ReadPresets>()
        .AddSingleton<ReadPresetsNow>()
        .AddSingleton<SetOffPreset>()
        .AddSingleton<ReadSetOff>();
}
