using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Retention;

namespace OnCall.Data.Retention;

/// <summary>The stores of what is kept, held and purged.</summary>
internal static class RetentionStores
{
    internal static IServiceCollection AddRetentionStores(this IServiceCollection services) => services
        .AddSingleton<RetentionRuleStore>()
        .AddSingleton<IRetentionRules>(s => s.GetRequiredService<RetentionRuleStore>())
        .AddSingleton<HoldStore>()
        .AddSingleton<IHoldStore>(s => s.GetRequiredService<HoldStore>())
        .AddSingleton<IRetentionItems, RetentionItemStore>()
        .AddSingleton<IRetentionRuns, RetentionRunStore>();
}
