namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>A role's roster as it is written.</summary>
/// <param name="Covers">In the order in which they were made.</param>
/// <param name="Inactive">The letters of those who may not be paged.</param>
internal sealed record WrittenRoster(IReadOnlyList<WrittenShift> Shifts, IReadOnlyList<WrittenCover> Covers, string Inactive) : ISmaller<WrittenRoster>
{
    public IEnumerable<WrittenRoster> Smaller() =>
    [
        .. Without.One(Covers).Select(covers => this with { Covers = covers }),
        .. Without.One(Shifts).Select(shifts => this with { Shifts = shifts }),
        .. Inactive.Select(person => this with { Inactive = Inactive.Replace(person.ToString(), "", StringComparison.Ordinal) }),
        .. Without.Part(Shifts, shift => shift.Smaller()).Select(shifts => this with { Shifts = shifts }),
    ];

    public override string ToString()
    {
        var lines = Shifts.Select(s => s.ToString()).Concat(Covers.Select(c => c.ToString()));
        return string.Join(Environment.NewLine, Inactive.Length == 0 ? lines : lines.Append($"inactive: {Inactive}"));
    }
}
