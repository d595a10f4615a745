using NodaTime;
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
            var gone = ShiftDifferences.WithoutEqual(touched, fresh);
            superseded.AddRange(gone.Select(s => s.Id));
            added.AddRange(fresh);
            added.AddRange(gone.SelectMany(s => OuterParts(s, range)));

            kept += touched.Count - gone.Count;
            differences.AddRange(ShiftDifferences.Of(fresh, gone, lost => lost.Start < range.Start || lost.End > range.End));
        }

        return new PublicationPlan(ranges, superseded, added, differences, ShiftDifferences.Count(differences, kept));
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
}
