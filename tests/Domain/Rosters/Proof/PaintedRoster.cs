using OnCall.Domain.Rosters;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>
/// Who stands on the roster of each role at each minute. An upload is painted over it, role by role: everything from the role's
/// first start to its last end goes, then its rows are put there. A row without a label says nothing of it: a shift that was just so keeps its own.
/// </summary>
internal sealed class PaintedRoster(WallStrip strip)
{
    public const int Roles = 2;

    private readonly Holders[][] _minutes = [new Holders[strip.Count], new Holders[strip.Count]];

    public static PaintedRoster Of(WallStrip strip, IEnumerable<Shift> inForce)
    {
        var painted = new PaintedRoster(strip);
        foreach (var shift in inForce)
        {
            var letter = People.Letter(shift.Person);
            var role = shift.Role == Reading.Role(0) ? 0 : 1;
            painted.Put(role, shift.Label is null ? letter : char.ToLowerInvariant(letter), shift.Tier, strip.MinuteOf(shift.Start), strip.MinuteOf(shift.End));
        }

        return painted;
    }

    public void Add(IEnumerable<RoleShift> rows)
    {
        foreach (var row in rows)
        {
            Put(row.Role, row.Shift.Person, row.Shift.Tier, strip.MinuteOf(row.Shift.Start), strip.MinuteOf(row.Shift.End));
        }
    }

    /// <param name="inForce">The shifts before it.</param>
    public void PaintOver(IReadOnlyList<RoleShift> upload, IReadOnlyList<Shift> inForce)
    {
        foreach (var role in upload.Where(IsAnyTime).GroupBy(row => row.Role))
        {
            var (first, last) = (role.Min(row => strip.MinuteOf(row.Shift.Start)), role.Max(row => strip.MinuteOf(row.Shift.End)));
            Array.Clear(_minutes[role.Key], first, last - first);
            Add(role.Select(row => IsLabelled(row, inForce) ? row with { Shift = row.Shift with { Person = char.ToLowerInvariant(row.Shift.Person) } } : row));
        }
    }

    public string? Difference(PaintedRoster actual)
    {
        for (var role = 0; role < Roles; role++)
        {
            for (var minute = 0; minute < strip.Count; minute++)
            {
                if (_minutes[role][minute] != actual._minutes[role][minute])
                {
                    return $"role {role}, {strip.Text(minute)}: should be {_minutes[role][minute]}, is {actual._minutes[role][minute]}";
                }
            }
        }

        return null;
    }

    private bool IsLabelled(RoleShift row, IReadOnlyList<Shift> inForce) => inForce.Any(s => s.Label is not null
        && s.Role == Reading.Role(row.Role) && People.Letter(s.Person) == row.Shift.Person && s.Tier == row.Shift.Tier
        && strip.MinuteOf(s.Start) == strip.MinuteOf(row.Shift.Start) && strip.MinuteOf(s.End) == strip.MinuteOf(row.Shift.End));

    // A row whose start and end are skipped over together is refused.
    private bool IsAnyTime(RoleShift row) => strip.MinuteOf(row.Shift.Start) < strip.MinuteOf(row.Shift.End);

    private void Put(int role, char person, int tier, int from, int to)
    {
        for (var minute = from; minute < to; minute++)
        {
            _minutes[role][minute] = _minutes[role][minute].With(person, tier);
        }
    }
}
