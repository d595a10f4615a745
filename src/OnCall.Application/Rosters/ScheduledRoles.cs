using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Rosters;

/// <summary>Finds a role for who plans it; anybody else is refused.</summary>
public sealed class ScheduledRoles(RoleFinder roles, RoleScopes scopes)
{
    /// <param name="caller">A scheduler of the role.</param>
    /// <param name="role">Any of its names.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<RoleScope>> FindAsync(Caller caller, string role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var found = await roles.FindAsync(role, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var scope = await scopes.OfAsync(found.Value, cancellationToken);
        return scope.MaySchedule(caller) ? scope : RosterRefusals.NotScheduler(scope.Role.Name);
    }
}
