using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>The uploads, the latest first: all of them for a scheduler or auditor of the whole hospital, else those whose every role is in the caller's units.</summary>
public sealed class ListRosterUploads(IRosterUploads uploads, IDirectoryReads directory, RoleScopes scopes)
{
    private const int PartSize = 50;

    /// <param name="cursor">The <c>next</c> of the part before; null from the latest.</param>
    public async Task<Answer<ListOf<RosterUploadLine>>> RunAsync(Caller caller, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Grants.Any(g => g.Permission is Permission.Scheduler or Permission.Admin or Permission.Auditor))
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

        var visible = await VisibleAsync(caller, before, cancellationToken);
        var part = visible.Take(PartSize).Select(RosterUploadLine.Of).ToList();
        return new ListOf<RosterUploadLine>(part, visible.Count > PartSize ? part[^1].Id.ToString("D") : null);
    }

    // The store knows nothing of units, so that it is read on until a part is full.
    private async Task<List<RosterUpload>> VisibleAsync(Caller caller, UploadId? before, CancellationToken cancellationToken)
    {
        var visible = new List<RosterUpload>();
        IReadOnlyList<RosterUpload> read;
        do
        {
            read = await uploads.ListAsync(before, PartSize + 1, cancellationToken);
            visible.AddRange(await OfCallerAsync(caller, read, cancellationToken));
            before = read.Count > 0 ? read[^1].Id : before;
        }
        while (visible.Count <= PartSize && read.Count > PartSize);
        return visible;
    }

    private async Task<IReadOnlyList<RosterUpload>> OfCallerAsync(Caller caller, IReadOnlyList<RosterUpload> read, CancellationToken cancellationToken)
    {
        if (caller.May(Permission.Scheduler) || caller.May(Permission.Auditor))
        {
            return read;
        }

        var roles = await uploads.RolesAsync([.. read.Select(u => u.Id)], cancellationToken);
        var known = await scopes.OfAsync(await directory.RolesAsync([.. roles.Values.SelectMany(r => r).Distinct()], cancellationToken), cancellationToken);
        var visible = new List<RosterUpload>();
        foreach (var upload in read)
        {
            if (roles.TryGetValue(upload.Id, out var named)
                && named.All(r => known.TryGetValue(r, out var scope) && (scope.MaySchedule(caller) || caller.May(Permission.Auditor, scope.UnitAndAbove)))
                && !await MakesRolesAsync(upload, cancellationToken))
            {
                visible.Add(upload);
            }
        }

        return visible;
    }

    // A role that a preview would make belongs to no unit yet.
    private async Task<bool> MakesRolesAsync(RosterUpload upload, CancellationToken cancellationToken) =>
        upload.Status == UploadStatus.Preview && (await uploads.FindAsync(upload.Id, cancellationToken))?.Draft is not { Roles.Count: 0 };
}
