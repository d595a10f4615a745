using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>The uploads, the latest first, for schedulers and auditors.</summary>
public sealed class ListRosterUploads(IRosterUploads uploads)
{
    private const int PartSize = 50;

    /// <param name="cursor">The <c>next</c> of the part before; null from the latest.</param>
    public async Task<Answer<ListOf<RosterUploadLine>>> RunAsync(Caller caller, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.May(Permission.Auditor) && !caller.May(Permission.Scheduler, [.. caller.Grants.Select(g => g.OrgUnit).OfType<OrgUnitId>()]))
        {
            return Refusal.Forbidden("Uploads are listed for schedulers and auditors.");
        }

        UploadId? before = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!Guid.TryParse(cursor, out var id))
            {
                return Refusal.Invalid(new InputProblem("cursor", "Use the value of 'next' as it was given.", cursor));
            }

            before = new UploadId(id);
        }

        var found = await uploads.ListAsync(before, PartSize + 1, cancellationToken);
        var part = found.Take(PartSize).Select(RosterUploadLine.Of).ToList();
        return new ListOf<RosterUploadLine>(part, found.Count > PartSize ? part[^1].Id.ToString("D") : null);
    }
}
