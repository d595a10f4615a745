using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>One direction of a swap, over [start, end).</summary>
/// <param name="From">Who is on.</param>
/// <param name="To">Who will be.</param>
public sealed record SwapSideView(RoleName Role, int Tier, Instant Start, Instant End, PersonName From, PersonName To);
