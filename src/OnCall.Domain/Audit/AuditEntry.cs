using NodaTime;

namespace OnCall.Domain.Audit;

/// <summary>One act, as the audit trail keeps it: who did what to which thing. Never holds what a page says.</summary>
/// <param name="Actor">A caller's key, or <c>system</c>.</param>
/// <param name="Action">Dotted, past tense is not needed: <c>page.send</c>, <c>role.put</c>.</param>
/// <param name="Subject">What it was done to: <c>page:…</c>, <c>role:cardiology/duty-physician</c>.</param>
/// <param name="Detail">JSON.</param>
public sealed record AuditEntry(Instant At, string Actor, string Action, string Subject, string Detail);
