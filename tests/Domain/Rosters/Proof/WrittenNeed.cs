using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>A roster, the coverage of its role, the holidays of its unit, and the time asked for in minutes around the change.</summary>
internal sealed record WrittenNeed(WrittenRoster Roster, Coverage Coverage, IReadOnlyList<LocalDate> Holidays, int From, int To) : ISmaller<WrittenNeed>
{
    public IEnumerable<WrittenNeed> Smaller() => Roster.Smaller().Select(less => this with { Roster = less })
        .Concat(Without.One(Holidays).Select(less => this with { Holidays = less }))
        .Concat(Without.One(Coverage.Hours ?? []).Select(less => this with { Coverage = Coverage with { Hours = less } }));

    public override string ToString()
    {
        var hours = Coverage.Hours is { Count: 0 } ? "none" : Coverage.Hours is { } some ? string.Join(", ", some.Select(h => $"{string.Join('+', h.Days)}{(h.OnHolidays ? " and holidays" : h.NotOnHolidays ? " but no holidays" : "")} {h.Start} to {h.End}")) : "24x7";
        return $"{Roster}{Environment.NewLine}coverage: {hours}, people: {Coverage.People}, holidays: {string.Join(", ", Holidays)}, asked from minute {From} to {To} around the change";
    }
}
