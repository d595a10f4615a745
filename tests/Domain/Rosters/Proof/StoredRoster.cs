using OnCall.Domain.Rosters;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>The shifts in force, to which plans are applied and from which they are undone.</summary>
internal sealed class StoredRoster
{
    private readonly Dictionary<ShiftId, Shift> _ever = [];
    private readonly HashSet<ShiftId> _inForce = [];

    public IEnumerable<Shift> InForce => _inForce.Select(id => _ever[id]);

    public HashSet<ShiftId> Ids => [.. _inForce];

    /// <summary>Answers the ids of what the plan added, by which it is undone.</summary>
    public IReadOnlyList<ShiftId> Apply(IEnumerable<ShiftId> superseded, IEnumerable<NewShift> added)
    {
        foreach (var id in superseded)
        {
            Change(_inForce.Remove(id), id);
        }

        var ids = new List<ShiftId>();
        foreach (var shift in added)
        {
            var id = new ShiftId(new Guid(_ever.Count + 1, 3, 0, new byte[8]));
            _ever.Add(id, new Shift(id, shift.Role, shift.Person, shift.Tier, shift.Start, shift.End, shift.Label));
            _inForce.Add(id);
            ids.Add(id);
        }

        return ids;
    }

    public void Undo(IEnumerable<ShiftId> superseded, IEnumerable<ShiftId> added)
    {
        foreach (var id in added)
        {
            Change(_inForce.Remove(id), id);
        }

        foreach (var id in superseded)
        {
            Change(_inForce.Add(id), id);
        }
    }

    private static void Change(bool isChanged, ShiftId id)
    {
        if (!isChanged)
        {
            throw new InvalidOperationException($"Shift {id} is not as the plan takes it to be.");
        }
    }
}
