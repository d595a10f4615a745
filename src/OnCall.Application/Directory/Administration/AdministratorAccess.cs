using OnCall.Domain.Access;

namespace OnCall.Application.Directory.Administration;

/// <summary>Who is offered the screens of administrators. What they may change there the use cases decide, each for itself.</summary>
public static class AdministratorAccess
{
    /// <summary>Administers the hospital, or a unit of it.</summary>
    public static bool IsFor(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Grants.Any(g => g.Permission == Permission.Admin);
    }
}
