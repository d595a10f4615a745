using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>A rotation with what it would do to the roster in force.</summary>
/// <param name="Rotation">As it would stand.</param>
/// <param name="From">From where its shifts are made.</param>
/// <param name="Made">What it makes up to its horizon, before anything is left to others.</param>
/// <param name="View">The role's roster in force.</param>
/// <param name="Others">The shifts in force on its tier that are not its own.</param>
/// <param name="People">Everybody whom it names; unknown ids are left out.</param>
internal sealed record PlannedRotation(
    StoredRotation Rotation,
    Instant From,
    IReadOnlyList<NewShift> Made,
    RosterView View,
    IReadOnlyList<Shift> Others,
    PublicationPlan Plan,
    IReadOnlyDictionary<PersonId, RosterPerson> People)
{
    /// <summary>The shifts of the role as they will be in force.</summary>
    public IReadOnlyList<Shift> After
    {
        get
        {
            var gone = Plan.Superseded.ToHashSet();
            return
            [
                .. View.Of(Rotation.Rotation.Role).Shifts.Where(s => !gone.Contains(s.Id)),
                .. Plan.Added.Select(s => new Shift(default, s.Role, s.Person, s.Tier, s.Start, s.End, s.Label)),
            ];
        }
    }

    /// <summary>What the rotation will have in force from its start on: shifts that stay as they are, and those that come.</summary>
    public IReadOnlyList<NewShift> Shifts()
    {
        var own = After.Except(Others).Where(s => s.Tier == Rotation.Rotation.Tier && s.End > From).Select(NewShift.Of);
        return [.. own.OrderBy(s => s.Start)];
    }
}
