using NodaTime;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>A swap with who last did what to it.</summary>
/// <param name="ChangedBy">The name of whoever brought it to its state.</param>
/// <param name="Covers">Those that put it in force and were not removed.</param>
public sealed record StoredSwap(Swap Swap, Instant AskedAt, string AskedBy, Instant ChangedAt, string ChangedBy, IReadOnlyList<CoverId> Covers);
