using NodaTime;

namespace OnCall.Application.Rosters.WhoIsOn;

/// <summary>Who is on everywhere, or what a search found.</summary>
/// <param name="Units">In the order of the tree; those without a role in them are left out.</param>
/// <param name="Reach">How those who are on are reached, by employee number; only of those whom the caller may see it.</param>
/// <param name="Found">People whom the search found; empty without one.</param>
public sealed record WhoIsOnView(
    Instant At, IReadOnlyList<WhoIsOnUnit> Units, IReadOnlyDictionary<string, IReadOnlyList<WayToReach>> Reach, IReadOnlyList<FoundPerson> Found)
{
    /// <summary>How many roles nobody answers for though somebody should.</summary>
    public int Gaps => Units.Sum(u => u.Roles.Count(r => r.IsGap));
}
