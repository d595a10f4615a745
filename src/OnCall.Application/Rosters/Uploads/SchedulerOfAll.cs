using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Acting on a stored upload takes the same permission as uploading it.</summary>
internal static class SchedulerOfAll
{
    public static async Task<Refusal?> RefuseAsync(Caller caller, StoredUpload stored, IDirectoryReads directory, RoleScopes scopes, CancellationToken cancellationToken)
    {
        if (caller.May(Permission.Scheduler))
        {
            return null;
        }

        if (stored.Draft is { } draft && (draft.Roles.Count > 0 || draft.People.Count > 0))
        {
            return Refusal.Forbidden("Making missing roles and people takes the permission 'scheduler' over the whole hospital.");
        }

        var roles = await directory.RolesAsync(stored.Roles, cancellationToken);
        var all = await scopes.OfAsync(roles, cancellationToken);
        return all.Values.FirstOrDefault(scope => !scope.MaySchedule(caller)) is { } outside
            ? RosterRefusals.NotScheduler(outside.Role.Name)
            : null;
    }
}
