using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>Who answers for a role at an instant, all tiers in order; empty when it is uncovered.</summary>
/// <param name="NextChangeAt">The next instant at which this answer changes, or null when the known roster holds none.</param>
public sealed record Resolution(RoleId Role, Instant At, IReadOnlyList<OnShift> Responders, Instant? NextChangeAt)
{
    public bool Covered => Responders.Count > 0;

    /// <summary>Everyone on that tier.</summary>
    public IEnumerable<OnShift> OnTier(int tier) => Responders.Where(r => r.Tier == tier);
}
