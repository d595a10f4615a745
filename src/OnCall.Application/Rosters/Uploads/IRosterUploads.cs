using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Keeps uploads, and puts them in force.</summary>
public interface IRosterUploads
{
    /// <summary>Keeps an upload that puts nothing in force: a preview, or one that is unchanged.</summary>
    Task AddAsync(RosterUpload upload, RosterDraft? draft, IReadOnlyList<RoleRange> ranges, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the whole publication or nothing. False when the stamp has moved, the preview is no longer one, or somebody has
    /// made the same role or person: load again and decide anew.
    /// </summary>
    Task<bool> PublishAsync(RosterPublishing publishing, CancellationToken cancellationToken);

    /// <summary>Null when there is none.</summary>
    Task<StoredUpload?> FindAsync(UploadId id, CancellationToken cancellationToken);

    /// <summary>The latest first, without their problems.</summary>
    /// <param name="before">Only those older than that one; null from the latest.</param>
    Task<IReadOnlyList<RosterUpload>> ListAsync(UploadId? before, int most, CancellationToken cancellationToken);

    /// <summary>The roles that each is about and that exist; uploads without any are left out.</summary>
    Task<IReadOnlyDictionary<UploadId, IReadOnlyList<RoleId>>> RolesAsync(IReadOnlyCollection<UploadId> ids, CancellationToken cancellationToken);

    /// <summary>Of one that is in force.</summary>
    Task<PublishedShifts> ShiftsOfAsync(UploadId id, CancellationToken cancellationToken);

    /// <summary>Restores exactly what the publication replaced. Roles and people that it brought along stay. Its notices are written with it.</summary>
    Task<RollBackResult> RollBackAsync(UploadId id, AuditEntry audit, CancellationToken cancellationToken, IReadOnlyList<NewNotice>? notices = null);

    /// <summary>What was published since that instant over these roles and [<paramref name="from"/>, <paramref name="to"/>) and is still in force.</summary>
    Task<IReadOnlyList<EarlierPublication>> PublishedOverAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, Instant since, CancellationToken cancellationToken);
}
