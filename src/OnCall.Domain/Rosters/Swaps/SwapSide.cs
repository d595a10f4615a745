using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters.Swaps;

/// <summary>One direction of a swap: over [start, end) somebody takes the place of a colleague on a role.</summary>
/// <param name="Tier">The tier of the place.</param>
/// <param name="Giver">Who is on.</param>
/// <param name="Taker">Who will be.</param>
public sealed record SwapSide(RoleId Role, int Tier, PersonId Giver, PersonId Taker, Instant Start, Instant End)
{
    /// <summary>What is left of it; a shift that runs is given from now on.</summary>
    public SwapSide From(Instant now) => this with { Start = Instant.Max(Start, now) };

    /// <summary>The cover that puts it in force.</summary>
    public Cover ToCover(CoverId id, string reason, Instant now) => new(id, Role, Taker, Giver, Tier, Start, End, reason, now);
}
