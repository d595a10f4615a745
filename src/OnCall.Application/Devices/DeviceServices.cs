using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Application.Devices;

/// <summary>The use cases of devices.</summary>
internal static class DeviceServices
{
    internal static IServiceCollection AddDevices(this IServiceCollection services) => services
        .AddSingleton<PushKeys>()
        .AddSingleton<ReadDevices>()
        .AddSingleton<RegisterDevice>()
        .AddSingleton<RemoveDevice>()
        .AddSingleton<TakeDevices>()
        .AddSingleton<LeaveDevice>()
        .AddSingleton<DeviceNotices>()
        .AddSingleton<DeviceReach>()
        .AddSingleton<TestDevice>()
        .AddSingleton<ConfirmDevice>();
}
