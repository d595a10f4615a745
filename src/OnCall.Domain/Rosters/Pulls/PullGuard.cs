using NodaTime;

namespace OnCall.Domain.Rosters.Pulls;

/// <summary>
/// Whether a fetched roster may be put in force without a human. Half a file, or an empty export, must not empty a roster; what people have
/// corrected by hand must not be undone behind their backs.
/// </summary>
public static class PullGuard
{
    /// <param name="taken">What the last successful pull read; null before the first, when there is nothing to compare with.</param>
    /// <param name="fetched">All shifts of the file.</param>
    /// <param name="now">Shifts that end later are to come.</param>
    public static PullDoubt Shrinks(IReadOnlyCollection<TakenShift>? taken, IReadOnlyCollection<NewShift> fetched, Instant now)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        var before = taken?.Where(s => s.End > now).ToList() ?? [];
        var roles = before.Select(s => s.Role).ToHashSet();
        var after = fetched.Where(s => s.End > now && roles.Contains(s.Role)).ToList();
        return !roles.IsSubsetOf(after.Select(s => s.Role)) ? PullDoubt.RoleMissing
            : after.Count * 2 < before.Count ? PullDoubt.Shrunk
            : PullDoubt.None;
    }

    /// <summary>
    /// A shift in force that would go and did not come from the last pull is somebody's work; one that the last pull held, and that is in force
    /// no more, was taken out by somebody.
    /// </summary>
    /// <param name="inForce">At least the shifts that the plan would end.</param>
    public static PullDoubt Undoes(IReadOnlyCollection<TakenShift>? taken, IEnumerable<Shift> inForce, PublicationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(inForce);
        ArgumentNullException.ThrowIfNull(plan);
        if (taken is null)
        {
            return PullDoubt.None;
        }

        var known = taken.ToHashSet();
        var gone = plan.Superseded.ToHashSet();
        var ended = inForce.Where(s => gone.Contains(s.Id)).Select(TakenShift.Of).ToHashSet();

        // What is ended and added again has another word, and is nobody's correction.
        return ended.Any(s => !known.Contains(s)) || plan.Added.Select(TakenShift.Of).Any(s => known.Contains(s) && !ended.Contains(s))
            ? PullDoubt.UndoesByHand
            : PullDoubt.None;
    }
}
