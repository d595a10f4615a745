using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>
/// Who answers for a role. The one resolver, for screens and for routing alike.
/// For many questions about one roster keep its <see cref="RoleTimeline"/>.
/// </summary>
public static class RosterResolver
{
    /// <summary>Answers for one instant. The roster must hold every shift and cover that touches it.</summary>
    public static Resolution Resolve(RoleRoster roster, Instant at) => RoleTimeline.Of(roster).At(at);
}
