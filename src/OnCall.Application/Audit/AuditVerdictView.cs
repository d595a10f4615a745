namespace OnCall.Application.Audit;

/// <summary>What a check of the audit trail has found.</summary>
/// <param name="Sound">Whether nothing is wrong.</param>
/// <param name="Places">How many sealed entries were checked.</param>
/// <param name="Head">The last place of the chain; null of an empty one.</param>
/// <param name="Hash">Its hash, in hex.</param>
/// <param name="Anchors">How many anchors it was held against.</param>
/// <param name="Findings">The first 1,000.</param>
/// <param name="More">How many more there are.</param>
/// <param name="Late">How many entries were sealed more than a minute after their time: OnCall stood still then, or somebody added them later.
/// <c>audit verify</c> on the command line names them.</param>
public sealed record AuditVerdictView(bool Sound, long Places, long? Head, string? Hash, int Anchors, IReadOnlyList<AuditFindingView> Findings, long More, long Late)
{
    internal static AuditVerdictView Of(AuditVerdict verdict) => new(
        verdict.Sound, verdict.Places, verdict.Head?.Place, verdict.Head?.Hash, verdict.Anchors, [.. verdict.Findings.Select(AuditFindingView.Of)], verdict.More,
        verdict.Late.Count + verdict.MoreLate);
}
