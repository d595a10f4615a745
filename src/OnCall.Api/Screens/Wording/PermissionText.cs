using OnCall.Domain.Access;

namespace OnCall.Api.Screens.Wording;

/// <summary>What somebody may do, in words.</summary>
internal static class PermissionText
{
    internal static string Of(Texts t, Permission permission) => permission switch
    {
        Permission.Staff => t["Staff"],
        Permission.Dispatcher => t["Dispatcher"],
        Permission.Scheduler => t["Scheduler"],
        Permission.Admin => t["Administrator"],
        Permission.Auditor => t["Auditor"],
        Permission.Integration => t["System"],
    };
}
