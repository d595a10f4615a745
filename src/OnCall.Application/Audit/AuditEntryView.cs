using NodaTime;
using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>An entry of the audit trail as auditors see it.</summary>
/// <param name="Seq">Its number; gaps are usual.</param>
/// <param name="Actor">Who: <c>person:N1001</c>, <c>integration:lab</c>, <c>system</c>.</param>
/// <param name="Action">Did what: <c>page.send</c>.</param>
/// <param name="Subject">To what: <c>page:…</c>.</param>
/// <param name="Detail">JSON.</param>
/// <param name="Place">In the chain; null while it is not sealed, for about a second.</param>
/// <param name="Hash">SHA-256 of that place, in hex; null while it is not sealed.</param>
/// <param name="Words">What the actor wrote, which stands sealed in the detail; null where there is nothing of the kind. Not in the CSV.</param>
public sealed record AuditEntryView(
    long Seq, Instant At, string Actor, string Action, string Subject, string Detail, long? Place, string? Hash, string? Words = null)
{
    internal static AuditEntryView Of(FoundAuditEntry found) => new(
        found.Entry.Seq, found.Entry.At, Known(found.Entry.Actor), Known(found.Entry.Action), Known(found.Entry.Subject), Known(found.Entry.Detail),
        found.Place, found.Hash, found.Words);

    private static string Known(string? text) => text ?? "";
}
