using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Notices;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>What one look at the rosters changes.</summary>
/// <param name="Stamp">The roster stamp that it goes by.</param>
/// <param name="Links">Which notice tells which warning.</param>
public sealed record GapWarningChanges(
    long Stamp,
    IReadOnlyList<NewGapWarning> New,
    IReadOnlyList<WidenedWarning> Widened,
    IReadOnlyList<ClosedWarning> Closed,
    IReadOnlyList<NewNotice> Notices,
    IReadOnlyList<(GapWarningId Warning, NoticeId Notice)> Links,
    IReadOnlyList<AuditEntry> Audit)
{
    public bool IsEmpty => New.Count == 0 && Widened.Count == 0 && Closed.Count == 0;
}
