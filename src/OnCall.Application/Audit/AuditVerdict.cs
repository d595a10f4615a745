using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>What a check of the audit trail has found.</summary>
/// <param name="Places">How many places of the chain were checked.</param>
/// <param name="Head">The last of them; null of an empty chain.</param>
/// <param name="Anchors">How many anchors it was held against.</param>
/// <param name="Findings">The first <see cref="CheckAudit.MostFindings"/>.</param>
/// <param name="More">How many more there are.</param>
public sealed record AuditVerdict(long Places, AuditSeal? Head, int Anchors, IReadOnlyList<AuditFinding> Findings, long More)
{
    public bool Sound => Findings.Count == 0;
}
