using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>
/// What an upload does to the roster in force. Role by role it replaces everything from its first start to its last end;
/// a stored shift that crosses an edge keeps its outer part; other roles and times stay as they are.
/// </summary>
public static class RosterPublication
{
    /// <summary>The role and time that the upload rules over.</summary>
    public static IReadOnlyList<RoleRange> Ranges(IEnumerable<NewShift> upload) =>
        upload.GroupBy(s => s.Role)
            .Select(g => new RoleRange(g.Key, g.Min(s => s.Start), g.Max(s => s.End)))
            .OrderBy(r => r.Role.Value)
            .ToList();

    /// <param name="inForce">At least the shifts in force that touch the ranges; others are left alone.</param>
    public static PublicationPlan Plan(IEnumerable<Shift> inForce, IReadOnlyCollection<NewShift> upload)
    {
        ArgumentNullException.ThrowIfNull(inForce);
        var ranges = Ranges(upload);
        var stored = inForce.ToLookup(s => s.Role);
        var drafts = upload.ToLookup(s => s.Role);
        var superseded = new List<ShiftId>();
        var added = new List<NewShift>();
        var differences = new List<ShiftDifference>();
        var kept = 0;
        foreach (var range in ranges)
        {
            var touched = stored[range.Role].Where(s => range.Touches(s.Start, s.End)).ToList();
            var fresh = WithKnownLabels([.. drafts[range.Role]], touched);
            var gone = WithoutEqual(touched, fresh);
            superseded.AddRange(gone.Select(s => s.Id));
            added.AddRange(fresh);
            added.AddRange(gone.SelectMany(s => OuterParts(s, range)));

            kept += touched.Count - gone.Count;
            differences.AddRange(Differences(fresh, gone, range).OrderBy(d => d.Becomes?.Start ?? d.Was!.Start));
        }

        return new PublicationPlan(ranges, superseded, added, differences, new PublicationChanges(
            differences.Count(d => d.Kind == DifferenceKind.Added),
            differences.Count(d => d.Kind is DifferenceKind.Changed or DifferenceKind.Cut),
            differences.Count(d => d.Kind == DifferenceKind.Removed),
            kept));
    }

    /// <summary>An upload that writes no word for a shift says nothing of it: the word in force stays.</summary>
    private static List<NewShift> WithKnownLabels(List<NewShift> fresh, List<Shift> touched)
    {
        if (fresh.TrueForAll(d => d.Label is not null))
        {
            return fresh;
        }

        var labels = touched.Select(NewShift.Of).ToLookup(s => s with { Label = null }, s => s.Label);
        return fresh.ConvertAll(d => d.Label is null && labels[d].FirstOrDefault() is { } label ? d with { Label = label } : d);
    }

    /// <summary>Takes out of both lists what they share; answers the stored shifts that are left.</summary>
    private static List<Shift> WithoutEqual(List<Shift> touched, List<NewShift> fresh)
    {
        var wanted = fresh.ToHashSet();
        var gone = touched.FindAll(s => !wanted.Remove(NewShift.Of(s)));
        fresh.RemoveAll(d => !wanted.Contains(d));
        return gone;
    }

    private static IEnumerable<NewShift> OuterParts(Shift shift, RoleRange range)
    {
        if (shift.Start < range.Start)
        {
            yield return NewShift.Of(shift) with { End = range.Start };
        }

        if (shift.End > range.End)
        {
            yield return NewShift.Of(shift) with { Start = range.End };
        }
    }

    /// <summary>A new shift at the time and tier of a stored one, or of its person at an overlapping time, is a change of it.</summary>
    private static IEnumerable<ShiftDifference> Differences(List<NewShift> fresh, List<Shift> gone, RoleRange range)
    {
        var byPlace = gone.ToLookup(s => (s.Start, s.End, s.Tier));
        var byPerson = gone.ToLookup(s => s.Person);
        var taken = new HashSet<ShiftId>();
        foreach (var draft in fresh)
        {
            var match = byPerson[draft.Person].Concat(byPlace[(draft.Start, draft.End, draft.Tier)])
                .FirstOrDefault(s => !taken.Contains(s.Id) && s.Start < draft.End && draft.Start < s.End);
            if (match is not null)
            {
                taken.Add(match.Id);
            }

            yield return new ShiftDifference(match is null ? DifferenceKind.Added : DifferenceKind.Changed, match, draft);
        }

        foreach (var lost in gone.Where(s => !taken.Contains(s.Id)))
        {
            var isCut = lost.Start < range.Start || lost.End > range.End;
            yield return new ShiftDifference(isCut ? DifferenceKind.Cut : DifferenceKind.Removed, lost, null);
        }
    }
}
