using OnCall.Api.Auth;
using OnCall.Api.Metrics;
using OnCall.Api.Settings;
using OnCall.Api.Streams;

namespace OnCall.Api.Composition;

/// <summary>What a worker is made of beside the engine: nothing that serves people or providers.</summary>
internal static class WorkerServices
{
    internal static void AddWorker(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddFrame();
        services.PostConfigure<OnCallOptions>(o => o.Scheduler.InProcess = true);
        services.AddKeyAccess();
        services.AddMetricsOfOnCall();
        services.AddOpenInboxes();

        // Use cases that only a screen or an endpoint asks for stay without the ports that they would need.
        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = false);
    }
}
