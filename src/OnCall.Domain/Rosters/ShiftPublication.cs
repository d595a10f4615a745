using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>What a publication does that touches only the shifts it names: these go, those come, every other one stays.</summary>
public static class ShiftPublication
{
    /// <param name="gone">Shifts of the role in force.</param>
    /// <param name="wanted">What is to be in force instead; one that is among <paramref name="gone"/> already stays as it is.</param>
    public static PublicationPlan Plan(RoleId role, IReadOnlyCollection<Shift> gone, IReadOnlyCollection<NewShift> wanted)
    {
        var fresh = wanted.ToList();
        var left = ShiftDifferences.WithoutEqual([.. gone], fresh);
        var starts = left.Select(s => s.Start).Concat(fresh.Select(s => s.Start)).ToList();
        var differences = ShiftDifferences.Of(fresh, left, _ => false);
        return new PublicationPlan(
            starts.Count == 0 ? [] : [new RoleRange(role, starts.Min(), left.Select(s => s.End).Concat(fresh.Select(s => s.End)).Max())],
            [.. left.Select(s => s.Id)],
            fresh,
            differences,
            ShiftDifferences.Count(differences, gone.Count - left.Count));
    }
}
