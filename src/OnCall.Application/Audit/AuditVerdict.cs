using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>What a check of the audit trail has found.</summary>
/// <param name="Places">How many places of the chain were checked.</param>
/// <param name="Head">The last of them; null of an empty chain.</param>
/// <param name="Anchors">How many anchors it was held against.</param>
/// <param name="Findings">The first <see cref="CheckAudit.MostFindings"/>.</param>
/// <param name="More">How many more there are.</param>
/// <param name="Late">Entries that were sealed long after their time, the first <see cref="CheckAudit.MostLate"/>: the sealer stood still, or
/// somebody added them later with an earlier time. The chain itself is right there.</param>
/// <param name="MoreLate">How many more there are.</param>
public sealed record AuditVerdict(long Places, AuditSeal? Head, int Anchors, IReadOnlyList<AuditFinding> Findings, long More, IReadOnlyList<AuditLink> Late, long MoreLate)
{
    public bool Sound => Findings.Count == 0;

    /// <summary>Whether a chain that was made anew as a whole would have been found.</summary>
    public bool Anchored => Anchors > 0;
}
