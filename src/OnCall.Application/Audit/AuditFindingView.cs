using NodaTime;
using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>Something that is wrong with the audit trail.</summary>
/// <param name="Kind"><c>altered</c>, <c>reordered</c>, <c>entry-missing</c>, <c>seal-altered</c>, <c>place-missing</c>, <c>place-twice</c>,
/// <c>uncheckable</c>, <c>unsealed</c>, <c>anchor-not-matched</c>.</param>
/// <param name="What">One sentence.</param>
/// <param name="Place">In the chain; null of an entry that is in none.</param>
/// <param name="Seq">The entry's number.</param>
/// <param name="At">The entry as it stands now; null where there is none.</param>
public sealed record AuditFindingView(string Kind, string What, long? Place, long? Seq, Instant? At, string? Actor, string? Action, string? Subject)
{
    internal static AuditFindingView Of(AuditFinding finding) => new(
        KebabCase.Of(finding.Kind.ToString()), finding.What, finding.Place, finding.Seq, finding.Entry?.At, finding.Entry?.Actor, finding.Entry?.Action,
        finding.Entry?.Subject);
}
