using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Puts a preview in force, if the roster is still the one that it was compared with.</summary>
public sealed class PublishRoster(IRosterUploads uploads, IRosterReads rosters, IDirectoryReads directory, RoleScopes scopes, RosterSignal signal, IClock clock)
{
    private const int Attempts = 5;

    public async Task<Answer<RosterUploadView>> RunAsync(Caller caller, UploadId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await uploads.FindAsync(id, cancellationToken) is not { } stored)
            {
                return RosterRefusals.NoSuchUpload;
            }

            if (await SchedulerOfAll.RefuseAsync(caller, stored, directory, scopes, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            if (stored.Draft is not { } draft || stored.Upload.Status != UploadStatus.Preview)
            {
                return stored.Upload.Status == UploadStatus.RolledBack
                    ? new Refusal(RefusalKind.Conflict, "rolled-back", "The upload was rolled back", "Upload the file again to publish it anew.")
                    : RosterUploadView.Of(stored.Upload);
            }

            var ranges = RosterPublication.Ranges(draft.Shifts);
            var view = await rosters.LoadAsync([.. ranges.Select(r => r.Role)], ranges.Min(r => r.Start), ranges.Max(r => r.End), cancellationToken);
            if (!string.Equals(RosterBasis.Of(view, ranges), draft.Basis, StringComparison.Ordinal) || await IsMadeAsync(draft, cancellationToken))
            {
                return RosterRefusals.Stale;
            }

            var plan = RosterPublication.Plan(view.Rosters.Values.SelectMany(r => r.Shifts), draft.Shifts);
            var now = clock.GetCurrentInstant();
            var upload = stored.Upload with { Status = UploadStatus.Published, Changes = plan.Changes, PublishedAt = now };
            var publishing = new RosterPublishing(upload, IsPreview: true, draft, plan, view.Stamp, RosterAudit.Upload(caller, now, upload));
            if (await uploads.PublishAsync(publishing, cancellationToken))
            {
                signal.Announce();
                return RosterUploadView.Of(upload);
            }
        }

        return UploadRefusals.Busy;
    }

    /// <summary>Somebody has since made a role or person that the preview would bring along.</summary>
    private async Task<bool> IsMadeAsync(RosterDraft draft, CancellationToken cancellationToken)
    {
        foreach (var role in draft.Roles)
        {
            if (await directory.FindRoleAsync(role.Name, cancellationToken) is not null || await directory.FindRoleAsync(role.Code, cancellationToken) is not null)
            {
                return true;
            }
        }

        foreach (var person in draft.People)
        {
            if (await directory.FindPersonAsync(person.EmployeeNo, cancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
