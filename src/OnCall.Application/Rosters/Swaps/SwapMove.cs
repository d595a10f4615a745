using NodaTime;
using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Everything that one step of a swap writes, in one transaction.</summary>
/// <param name="Before">As it was read: its version guards the write.</param>
/// <param name="Covers">What puts it in force; empty for any other step.</param>
/// <param name="Stamp">The roster that this was decided on; null where the roster does not matter.</param>
public sealed record SwapMove(
    Swap Before, SwapState To, Instant At, string By, IReadOnlyList<Cover> Covers, long? Stamp, IReadOnlyList<AuditEntry> Audit, IReadOnlyList<NewNotice> Notices);
