using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Covers;

/// <summary>Takes a cover back: one to come as if it had never been, one that runs from now on. The other cover of a swap goes with it.</summary>
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

        var roles = await directory.RolesAsync([.. (await covers.RolesWithAsync(id, cancellationToken)).Distinct()], cancellationToken);
        if ((await scopes.OfAsync([.. roles], cancellationToken)).Values.FirstOrDefault(s => !s.MaySchedule(caller)) is { } other)
        {
            return RosterRefusals.NotScheduler(other.Role.Name);
        }

        var now = clock.GetCurrentInstant();
        if (cover.End <= now || !await covers.EndAsync(id, now, CoverAudit.Remove(caller, now, id), cancellationToken))
        {
            return cover.End <= now
                ? new Refusal(RefusalKind.Conflict, "cover-over", "The cover is over", "What is past stays on record.")
                : None;
        }

        signal.Announce();
        return id;
    }
}
