using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Exports;

namespace OnCall.Data.Exports;

/// <summary>The stores of exports.</summary>
internal static class ExportStores
{
    internal static IServiceCollection AddExportStores(this IServiceCollection services) => services
        .AddSingleton<ISigningKeys, SigningKeyStore>()
        .AddSingleton<IAttemptTrail, AttemptTrailStore>();
}
