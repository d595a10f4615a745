using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Application.Exports;

/// <summary>The use cases of exports for a case review.</summary>
internal static class ExportServices
{
    internal static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<ExportKeys>()
        .AddSingleton<ExportPage>()
        .AddSingleton<ReadSigningKeys>()
        .AddSingleton<VerifyExport>();
}
