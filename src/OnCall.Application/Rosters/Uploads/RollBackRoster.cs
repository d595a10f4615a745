using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Takes a publication back: the roster is exactly as it was before.</summary>
public sealed class RollBackRoster(IRosterUploads uploads, IDirectoryReads directory, RoleScopes scopes, RosterSignal signal, IClock clock)
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

        var result = await uploads.RollBackAsync(id, RosterAudit.RollBack(caller, clock.GetCurrentInstant(), stored.Upload), cancellationToken);
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
}
