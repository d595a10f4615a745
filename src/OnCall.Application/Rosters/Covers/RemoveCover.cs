using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Covers;

/// <summary>Takes a cover back: one to come as if it had never been, one that runs from now on.</summary>
public sealed class RemoveCover(ICovers covers, IDirectoryReads directory, RoleScopes scopes, RosterSignal signal, IClock clock)
{
    private static readonly Refusal None = new(RefusalKind.NotFound, "unknown-cover", "No such cover", "There is no cover with that id, or it was removed.");

    public async Task<Answer<CoverId>> RunAsync(Caller caller, CoverId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await covers.FindAsync(id, cancellationToken) is not { } cover)
        {
            return None;
        }

        var role = (await directory.RolesAsync([cover.Role], cancellationToken))[0];
        if (!(await scopes.OfAsync(role, cancellationToken)).MaySchedule(caller))
        {
            return RosterRefusals.NotScheduler(role.Name);
        }

        var now = clock.GetCurrentInstant();
        if (!await covers.EndAsync(id, now, CoverAudit.Remove(caller, now, id), cancellationToken))
        {
            return cover.End <= now
                ? new Refusal(RefusalKind.Conflict, "cover-over", "The cover is over", "What is past stays on record.")
                : None;
        }

        signal.Announce();
        return id;
    }
}
