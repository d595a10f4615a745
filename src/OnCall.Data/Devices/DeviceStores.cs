using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Devices;

namespace OnCall.Data.Devices;

/// <summary>The stores of devices.</summary>
internal static class DeviceStores
{
    internal static IServiceCollection AddDeviceStores(this IServiceCollection services) => services
        .AddSingleton<PushDeviceStore>()
        .AddSingleton<IPushDevices>(s => s.GetRequiredService<PushDeviceStore>())
        .AddSingleton<IPushTargets>(s => s.GetRequiredService<PushDeviceStore>())
        .AddSingleton<IPushKeyStore, PushKeyStore>();
}
