using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Shifts;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Covers;

/// <summary>Takes a cover back: one to come as if it had never been, one that runs from now on. The other cover of a swap goes with it.</summary>
public sealed class RemoveCover(
    ICovers covers, IDirectoryReads directory, RoleScopes scopes, IRosterReads rosters, ShiftNotices telling, RosterSignal signal, IClock clock)
{
    private static readonly Refusal None = new(RefusalKind.NotFound, "unknown-cover", "No such cover", "There is no cover with that id, or it was removed.");

    public async Task<Answer<CoverId>> RunAsync(Caller caller, CoverId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await covers.FindAsync(id, cancellationToken) is not { } cover)
        {
            return None;
        }

        var ended = await covers.WithAsync(id, cancellationToken);
        var known = await scopes.OfAsync([.. await directory.RolesAsync([.. ended.Select(c => c.Role).Distinct()], cancellationToken)], cancellationToken);
        if (known.Values.FirstOrDefault(s => !s.MaySchedule(caller)) is { } other)
        {
            return RosterRefusals.NotScheduler(other.Role.Name);
        }

        var now = clock.GetCurrentInstant();
        var changes = new List<ShiftChange>();
        foreach (var gone in ended.Where(c => c.End > now))
        {
            changes.AddRange(await ChangesAsync(gone, ended, known[gone.Role], now, cancellationToken));
        }

        var notices = await telling.OfAsync($"cover-ended:{id}", changes, caller.Person, now, cancellationToken);
        if (cover.End <= now || !await covers.EndAsync(id, now, CoverAudit.Remove(caller, now, id), cancellationToken, notices))
        {
            return cover.End <= now
                ? new Refusal(RefusalKind.Conflict, "cover-over", "The cover is over", "What is past stays on record.")
                : None;
        }

        signal.Announce();
        return id;
    }

    // Whoever was put in is off, and whoever was relieved is on again.
    private async Task<IReadOnlyList<ShiftChange>> ChangesAsync(
        Cover cover, IReadOnlyList<Cover> ended, RoleScope scope, Instant now, CancellationToken cancellationToken)
    {
        var from = Instant.Max(cover.Start, now);
        var roster = (await rosters.LoadAsync([cover.Role], from, cover.End, cancellationToken)).Of(cover.Role);
        var after = roster with { Covers = [.. roster.Covers.Where(c => ended.All(e => e.Id != c.Id))] };
        var off = new ShiftChange(cover.Person, scope, from, cover.End, IsOn: false);
        return (cover.Instead ?? CoverPlace.OnlyPrimary(after, from)) is { } back && SwapPlaces.IsOnWithin(after, back, from, cover.End)
            ? [off, off with { Person = back, IsOn = true }]
            : [off];
    }
}
