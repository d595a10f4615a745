using Microsoft.Extensions.Options;
using OnCall.Api.Settings;
using OnCall.Application.Alarms;

namespace OnCall.Api.Watch;

/// <summary>Composition of the watch over OnCall itself.</summary>
internal static class WatchServices
{
    internal static void AddWatch(this IServiceCollection services)
    {
        services.AddSingleton(s => Settings(s.GetRequiredService<IOptions<OnCallOptions>>().Value));
        services.AddHostedService<EngineWatch>().AddHostedService<SelfTestLoop>().AddHostedService<WatchdogLoop>();
        services.AddHttpClient<IWatchdog, WatchdogClient>()
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's own loggers write the address, which is often a secret.
            .RemoveAllLoggers();
    }

    private static WatchSettings Settings(OnCallOptions options) => new(options.Scheduler.InProcess, options.SelfTest.Enabled);
}
