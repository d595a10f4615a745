using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>Since when a node cannot do one of its works for the audit trail; null where it can.</summary>
/// <param name="SealsFailingSince">Entries are not sealed.</param>
/// <param name="AnchorFailingSince">The anchor cannot be written.</param>
/// <param name="ReadsFailingSince">It cannot be written down who reads pages.</param>
public readonly record struct AuditTrouble(Instant? SealsFailingSince, Instant? AnchorFailingSince, Instant? ReadsFailingSince);
