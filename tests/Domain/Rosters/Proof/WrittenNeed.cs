using OnCall.Domain.Roles;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>A roster, the coverage of its role, and the time asked for in minutes around the change.</summary>
internal sealed record WrittenNeed(WrittenRoster Roster, Coverage Coverage, int From, int To) : ISmaller<WrittenNeed>
{
    public IEnumerable<WrittenNeed> Smaller() => Roster.Smaller().Select(less => this with { Roster = less })
        .Concat(Without.One(Coverage.Hours ?? []).Select(less => this with { Coverage = Coverage with { Hours = less } }));

    public override string ToString()
    {
        var hours = Coverage.Hours is { Count: 0 } ? "none" : Coverage.Hours is { } some ? string.Join(", ", some.Select(h => $"{string.Join('+', h.Days)} {h.Start} to {h.End}")) : "24x7";
        return $"{Roster}{Environment.NewLine}coverage: {hours}, people: {Coverage.People}, asked from minute {From} to {To} around the change";
    }
}
