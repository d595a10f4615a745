namespace OnCall.Domain.Rosters;

/// <summary>What changes between shifts in force and those that come instead, as people read it.</summary>
internal static class ShiftDifferences
{
    /// <summary>Takes out of both lists what they share; answers the stored shifts that are left.</summary>
    public static List<Shift> WithoutEqual(List<Shift> touched, List<NewShift> fresh)
    {
        var wanted = fresh.ToHashSet();
        var gone = touched.FindAll(s => !wanted.Remove(NewShift.Of(s)));
        fresh.RemoveAll(d => !wanted.Contains(d));
        return gone;
    }

    /// <summary>By time. A new shift at the time and tier of a stored one, or of its person at an overlapping time, is a change of it.</summary>
    /// <param name="isCut">Says of a shift that goes whether a part of it stays.</param>
    public static IReadOnlyList<ShiftDifference> Of(IEnumerable<NewShift> fresh, IReadOnlyCollection<Shift> gone, Func<Shift, bool> isCut)
    {
        var byPlace = gone.ToLookup(s => (s.Start, s.End, s.Tier));
        var byPerson = gone.ToLookup(s => s.Person);
        var taken = new HashSet<ShiftId>();
        var found = new List<ShiftDifference>();
        foreach (var draft in fresh)
        {
            var match = byPerson[draft.Person].Concat(byPlace[(draft.Start, draft.End, draft.Tier)])
                .FirstOrDefault(s => !taken.Contains(s.Id) && s.Start < draft.End && draft.Start < s.End);
            if (match is not null)
            {
                taken.Add(match.Id);
            }

            found.Add(new ShiftDifference(match is null ? DifferenceKind.Added : DifferenceKind.Changed, match, draft));
        }

        found.AddRange(gone.Where(s => !taken.Contains(s.Id)).Select(lost => new ShiftDifference(isCut(lost) ? DifferenceKind.Cut : DifferenceKind.Removed, lost, null)));
        return [.. found.OrderBy(d => d.Becomes?.Start ?? d.Was!.Start)];
    }

    public static PublicationChanges Count(IReadOnlyCollection<ShiftDifference> differences, int kept) => new(
        differences.Count(d => d.Kind == DifferenceKind.Added),
        differences.Count(d => d.Kind is DifferenceKind.Changed or DifferenceKind.Cut),
        differences.Count(d => d.Kind == DifferenceKind.Removed),
        kept);
}
