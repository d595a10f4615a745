using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OnCall.Application.Retention;

/// <summary>The use cases of what is kept, held and purged.</summary>
internal static class RetentionServices
{
    internal static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.TryAddSingleton(RetentionPace.Usual);
        return services
            .AddSingleton<PutRetentionRule>()
            .AddSingleton<ReadRetentionRules>()
            .AddSingleton<ForecastRetention>()
            .AddSingleton<HoldUnits>()
            .AddSingleton<PlaceHold>()
            .AddSingleton<LiftHold>()
            .AddSingleton<ReadHolds>()
            .AddSingleton<ReadRetentionRuns>()
            .AddSingleton<RunRetention>();
    }
}
