using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Everything that one publication writes, in one transaction.</summary>
/// <param name="Upload">As it will stand: published, with its changes.</param>
/// <param name="IsPreview">The upload is stored as a preview already.</param>
/// <param name="Stamp">The stamp of the roster that the plan was made on.</param>
public sealed record RosterPublishing(RosterUpload Upload, bool IsPreview, RosterDraft Draft, PublicationPlan Plan, long Stamp, AuditEntry Audit)
{
    /// <summary>What people are told of it.</summary>
    public IReadOnlyList<NewNotice> Notices { get; init; } = [];
}
