using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Application.Audit;

/// <summary>The use cases of the audit trail.</summary>
internal static class AuditServices
{
    internal static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditRecord>()
        .AddSingleton<SealAudit>()
        .AddSingleton<AnchorAudit>()
        .AddSingleton<CheckAudit>()
        .AddSingleton<VerifyAudit>()
        .AddSingleton<SearchAudit>()
        .AddSingleton<ExportAudit>()
        .AddSingleton<RecordReads>();
}
