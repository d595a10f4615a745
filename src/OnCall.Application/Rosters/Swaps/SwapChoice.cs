using NodaTime;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>A shift of a colleague that may be taken in return.</summary>
/// <param name="End">Exclusive.</param>
/// <param name="Label">The roster's own word for the shift, or null.</param>
public sealed record SwapChoice(Instant Start, Instant End, int Tier, string? Label);
