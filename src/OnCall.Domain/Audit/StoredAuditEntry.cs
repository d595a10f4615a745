using NodaTime;

namespace OnCall.Domain.Audit;

/// <summary>
/// An entry of the audit trail as it stands in the database. Nothing is taken for granted of it: a text that somebody has emptied or made null is
/// something to be found.
/// </summary>
/// <param name="Seq">Its number, given before the commit: on SQL Server there are gaps, and a higher one may be seen first.</param>
/// <param name="At">To the millisecond.</param>
public sealed record StoredAuditEntry(long Seq, Instant At, string? Actor, string? Action, string? Subject, string? Detail);
