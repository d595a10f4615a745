namespace OnCall.Domain.Access;

/// <summary>What becomes of a person's permissions when their groups are looked at again.</summary>
/// <param name="Added">The groups give it now, and the person did not hold it.</param>
/// <param name="Taken">The groups gave it once and no longer do.</param>
/// <param name="Forgotten">No longer remembered as given by groups: what is taken, and what somebody has taken by hand before.</param>
/// <param name="Kept">Would be taken, if it were not what the last administrator of the whole hospital administers by.</param>
public sealed record GrantChange(IReadOnlyList<Grant> Added, IReadOnlyList<Grant> Taken, IReadOnlyList<Grant> Forgotten, IReadOnlyList<Grant> Kept)
{
    private static readonly Grant WholeHospital = new(Permission.Admin, null);

    public static GrantChange None { get; } = new([], [], [], []);

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsNone => Added.Count == 0 && Taken.Count == 0 && Forgotten.Count == 0 && Kept.Count == 0;

    /// <summary>Whether it takes what a person administers the whole hospital by.</summary>
    public bool TakesAdministrator => Taken.Contains(WholeHospital);

    /// <summary>Grants that were given by hand stay whatever the groups say.</summary>
    /// <param name="held">What the person holds now.</param>
    /// <param name="mapped">Which of it groups gave, as it is remembered.</param>
    /// <param name="given">What the groups give now.</param>
    public static GrantChange Of(IReadOnlyCollection<Grant> held, IReadOnlyCollection<Grant> mapped, IReadOnlyCollection<Grant> given)
    {
        Grant[] gone = [.. mapped.Except(given)];
        return new GrantChange([.. given.Except(held)], [.. gone.Intersect(held)], gone, []);
    }

    /// <summary>The same for the last administrator of the whole hospital: they stay one.</summary>
    public GrantChange KeepAdministrator() => this with
    {
        Taken = [.. Taken.Where(g => g != WholeHospital)],
        Forgotten = [.. Forgotten.Where(g => g != WholeHospital)],
        Kept = [WholeHospital],
    };
}
