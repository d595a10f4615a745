using NodaTime;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>How what is written becomes what is resolved: as shipped, or with a fault planted at one of its places.</summary>
internal sealed record Reading
{
    public static Reading Shipped { get; } = new();

    public Func<DateTimeZone, LocalDateTime, Instant> Start { get; init; } = (zone, local) => new RosterClock(zone).Map(local).At;

    public Func<DateTimeZone, LocalDateTime, Instant> End { get; init; } = (zone, local) => new RosterClock(zone).Map(local).At;

    public Func<RoleRoster, RoleRoster> Roster { get; init; } = roster => roster;

    public Func<IReadOnlyList<TimelineSegment>, IReadOnlyList<TimelineSegment>> Segments { get; init; } = segments => segments;

    public Func<RoleRoster, DateTimeZone, Coverage, IReadOnlySet<LocalDate>, Interval, IReadOnlyList<RosterFinding>> Gaps { get; init; } =
        (roster, zone, coverage, holidays, when) => RosterGap.Find(RoleTimeline.Of(roster), coverage, zone, holidays, when.Start, when.End);

    public Func<PublicationPlan, PublicationPlan> Plan { get; init; } = plan => plan;

    public static RoleId Role(int number) => new(new Guid(0xa0 + number, 0, 0, new byte[8]));

    /// <summary>What ends no later than it starts is refused where it comes in, and so is not part of the roster.</summary>
    public RoleRoster Read(DateTimeZone zone, WrittenRoster written)
    {
        var shifts = written.Shifts
            .Select((s, i) => new Shift(new ShiftId(new Guid(i + 1, 1, 0, new byte[8])), Role(0), People.Id(s.Person), s.Tier, Start(zone, s.Start), End(zone, s.End), null))
            .Where(s => s.Start < s.End)
            .ToList();
        var covers = written.Covers
            .Select((c, i) => new Cover(
                new CoverId(new Guid(written.Covers.Count - i, 2, 0, new byte[8])), Role(0), People.Id(c.Person), c.Instead is { } gone ? People.Id(gone) : null, c.Tier,
                Start(zone, c.Start), End(zone, c.End), "ill", Instant.FromUtc(2023, 12, 1, 0, i)))
            .Where(c => c.Start < c.End)
            .Reverse().ToList();
        return Roster(new RoleRoster(Role(0), shifts, covers, written.Inactive.Select(People.Id).ToHashSet()));
    }

    public NewShift Draft(DateTimeZone zone, RoleShift written) => new(
        Role(written.Role), People.Id(char.ToUpperInvariant(written.Shift.Person)), written.Shift.Tier,
        Start(zone, written.Shift.Start), End(zone, written.Shift.End), char.IsLower(written.Shift.Person) ? "Night" : null);
}
