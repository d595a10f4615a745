namespace OnCall.Api.Metrics;

/// <summary>Composition of the metrics.</summary>
internal static class MetricsServices
{
    internal static IServiceCollection AddMetricsOfOnCall(this IServiceCollection services) => services
        .AddSingleton<MetricStore>()
        .AddSingleton<EngineGauges>()
        .AddHostedService<MetricsLoop>();
}
