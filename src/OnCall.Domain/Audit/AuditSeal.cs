using NodaTime;

namespace OnCall.Domain.Audit;

/// <summary>Binds one entry into the chain.</summary>
/// <param name="Place">1, 2, 3 …: the order of the chain, with no gap.</param>
/// <param name="EntrySeq">Which entry.</param>
/// <param name="Hash">SHA-256 in lower-case hex; see <see cref="AuditChain"/>.</param>
/// <param name="SealedAt">To the millisecond.</param>
public sealed record AuditSeal(long Place, long EntrySeq, string Hash, Instant SealedAt);
