using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Audit;

namespace OnCall.Data.Audit;

/// <summary>The stores of the audit trail, and the file of its anchors.</summary>
internal static class AuditStores
{
    internal static IServiceCollection AddAuditStores(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<IAuditSeals, AuditSealStore>()
        .AddSingleton<AuditStore>()
        .AddSingleton<IAuditWriter>(s => s.GetRequiredService<AuditStore>())
        .AddSingleton<IAuditReads>(s => s.GetRequiredService<AuditStore>())
        .AddSingleton<IAuditWords, AuditWords>()
        .AddSingleton<IAnchors>(AnchorFile.Read(configuration));
}
