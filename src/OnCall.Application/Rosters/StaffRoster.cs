using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters;

/// <summary>What some people are on by, whatever the role.</summary>
/// <param name="Shifts">Their shifts in force.</param>
/// <param name="Covers">The covers in which they stand in, and those in which somebody stands in for them.</param>
public sealed record StaffRoster(IReadOnlyList<Shift> Shifts, IReadOnlyList<Cover> Covers)
{
    /// <summary>When they are on once a plan is in force.</summary>
    internal IReadOnlyList<TimeOn> After(PublicationPlan plan)
    {
        var gone = plan.Superseded.ToHashSet();
        return TimesOn.Of(Shifts.Where(s => !gone.Contains(s.Id)).Select(NewShift.Of).Concat(plan.Added), Covers);
    }
}
