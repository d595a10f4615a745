using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Access;
using OnCall.Application.Alarms;
using OnCall.Application.Audit;
using OnCall.Application.Devices;
using OnCall.Application.Directory;
using OnCall.Application.Exports;
using OnCall.Application.Notices;
using OnCall.Application.Paging;
using OnCall.Application.Presets;
using OnCall.Application.Readiness;
using OnCall.Application.Retention;
using OnCall.Application.Rosters;
using OnCall.Application.Sealing;
using OnCall.Application.Telemetry;

namespace OnCall.Application;

/// <summary>Registers the use cases. They hold no state: one of each serves everybody.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddOnCallApplication(this IServiceCollection services) => services
        .AddDirectory()
        .AddAccess()
        .AddPaging()
        .AddPresets()
        .AddNotices()
        .AddRosters()
        .AddAlarms()
        .AddAudit()
        .AddSingleton<SealStoredWords>()
        .AddRetention()
        .AddExports()
        .AddDevices()
        .AddSingleton<ReadReadiness>()
        .AddSingleton<OnCallMeter>()
        .AddSingleton<ReadEngine>();
}
