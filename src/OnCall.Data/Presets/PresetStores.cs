using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Presets;

namespace OnCall.Data.Presets;

/// <summary>The stores of presets.</summary>
internal static class PresetStores
{
    internal static IServiceCollection AddPresetStores(this IServiceCollection services) => services.AddSingleton<IPresetStore, PresetStore>();
}
