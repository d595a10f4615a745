using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Shifts;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Takes a publication back: the roster is exactly as it was before.</summary>
public sealed class RollBackRoster(IRosterUploads uploads, IDirectoryReads directory, RoleScopes scopes, ShiftNotices telling, RosterSignal signal, IClock clock)
{
    public async Task<Answer<RosterUploadView>> RunAsync(Caller caller, UploadId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await uploads.FindAsync(id, cancellationToken) is not { } stored)
        {
            return RosterRefusals.NoSuchUpload;
        }

        if (await SchedulerOfAll.RefuseAsync(caller, stored, directory, scopes, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        var notices = stored.Upload.Format == ChangeShifts.Hand ? await NoticesAsync(caller, id, now, cancellationToken) : [];
        var result = await uploads.RollBackAsync(id, RosterAudit.RollBack(caller, now, stored.Upload), cancellationToken, notices);
        switch (result)
        {
            case RollBackResult.Done:
                signal.Announce();
                return RosterUploadView.Of(stored.Upload with { Status = UploadStatus.RolledBack });
            case RollBackResult.Overlaid:
                return new Refusal(RefusalKind.Conflict, "overlaid", "A later publication is in the way", "A later upload has changed the same role and time. Roll that one back first.");
            case RollBackResult.NotPublished:
            default:
                return new Refusal(RefusalKind.Conflict, "not-published", "The upload is not in force", "Only a published upload can be rolled back, and only once.");
        }
    }

    // Whoever was told of the shift by hand is told the opposite.
    private async Task<IReadOnlyList<NewNotice>> NoticesAsync(Caller caller, UploadId id, Instant now, CancellationToken cancellationToken)
    {
        var shifts = await uploads.ShiftsOfAsync(id, cancellationToken);
        var known = await scopes.OfAsync(
            [.. await directory.RolesAsync([.. shifts.Added.Concat(shifts.Replaced).Select(s => s.Role).Distinct()], cancellationToken)], cancellationToken);
        var changes = Changes(shifts.Replaced, shifts.Added, isOn: true).Concat(Changes(shifts.Added, shifts.Replaced, isOn: false)).ToList();
        return await telling.OfAsync($"undone:{id}", changes, caller.Person, now, cancellationToken);

        // What is left of a shift that was cut short by hand begins where its other part ended.
        IEnumerable<ShiftChange> Changes(IReadOnlyList<Shift> these, IReadOnlyList<Shift> others, bool isOn) => these.Select(shift => new ShiftChange(
            shift.Person,
            known[shift.Role],
            others.Where(o => o.Person == shift.Person && o.Role == shift.Role && o.Start <= shift.Start).Select(o => o.End).Append(shift.Start).Max(),
            shift.End,
            isOn)).Where(c => c.Start < c.End);
    }
}
