using NodaTime;

namespace OnCall.Domain.Rosters.Rotations;

/// <summary>What becomes of a rotation's shifts in force when it is changed or ended. Shifts of another source stay as they are.</summary>
public static class RotationChange
{
    /// <summary>From an instant on the rotation's own shifts give way to those it makes now. One that runs goes on where the same person does.</summary>
    /// <param name="inForce">The role's shifts in force that end after <paramref name="from"/>.</param>
    /// <param name="own">Those that came from this rotation.</param>
    /// <param name="made">What it makes now, from <paramref name="from"/> on.</param>
    /// <param name="people">How many are meant to be on its tier at once.</param>
    public static PublicationPlan Renew(
        Rotation rotation, IReadOnlyList<Shift> inForce, IReadOnlySet<ShiftId> own, IReadOnlyList<NewShift> made, Instant from, int people)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        ArgumentNullException.ThrowIfNull(inForce);
        var gone = inForce.Where(s => own.Contains(s.Id) && s.End > from).ToList();
        var others = inForce.Where(s => s.Tier == rotation.Tier).Except(gone).ToList();
        var wanted = RotationRoom.Of(made, others, people).ToList();
        foreach (var running in gone.Where(s => s.Start < from))
        {
            var before = NewShift.Of(running) with { End = from };
            var goesOn = wanted.FindIndex(s => s with { End = from, Start = running.Start } == before && s.Start == from);
            if (goesOn < 0)
            {
                wanted.Add(before);
            }
            else
            {
                wanted[goesOn] = wanted[goesOn] with { Start = running.Start };
            }
        }

        return ShiftPublication.Plan(rotation.Role, gone, wanted);
    }

    /// <summary>Adds what finds room and takes nothing away.</summary>
    /// <param name="inForce">The role's shifts in force over the time of <paramref name="made"/>, from whatever source.</param>
    public static PublicationPlan Extend(Rotation rotation, IEnumerable<Shift> inForce, IReadOnlyList<NewShift> made, int people)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        return ShiftPublication.Plan(rotation.Role, [], RotationRoom.Of(made, [.. inForce.Where(s => s.Tier == rotation.Tier)], people));
    }

    /// <summary>Takes out what has not begun. What runs ends as it was to, so that nobody's responder is lost by surprise, or at once.</summary>
    /// <param name="own">The rotation's shifts in force.</param>
    public static PublicationPlan End(Rotation rotation, IEnumerable<Shift> own, Instant now, bool atOnce)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        var gone = own.Where(s => atOnce ? s.End > now : s.Start > now).ToList();
        return ShiftPublication.Plan(rotation.Role, gone, [.. gone.Where(s => s.Start < now).Select(s => NewShift.Of(s) with { End = now })]);
    }
}
