using NodaTime;

namespace OnCall.Domain.Audit;

/// <summary>What the head of the chain was at some time, kept outside the database: a chain that was made anew no longer has it.</summary>
/// <param name="Entries">How many were sealed then.</param>
public sealed record AuditAnchor(long Place, string Hash, Instant At, long Entries);
