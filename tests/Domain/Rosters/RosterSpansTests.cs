using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Domain.Tests.Rosters;

public sealed class RosterSpansTests
{
    [Fact]
    public void A_roster_reads_one_line_for_each_reason()
    {
        var ward = new Ward().On('A', 7, 15, label: "Early").On('A', 15, 23, label: "Late").On('C', 0, 24, tier: 2).Cover('B', 'A', 9, 11);

        Assert.Equal(
            ["C2 0-24", "A1 7-9", "B1 9-11", "A1 11-15", "A1 15-23"],
            RosterSpans.Of(RoleTimeline.Of(ward.Roster), Ward.Hour(0), Ward.Hour(24)).Select(Text));
    }

    [Fact]
    public void Only_what_touches_the_time_is_listed_and_it_is_not_cut()
    {
        var ward = new Ward().On('A', 7, 15).On('B', 15, 23);

        Assert.Equal(["B1 15-23"], RosterSpans.Of(RoleTimeline.Of(ward.Roster), Ward.Hour(15), Ward.Hour(16)).Select(Text));
    }

    private static string Text(OnShift s) => $"{Ward.Names([s])} {(s.Since - Ward.Midnight).TotalHours}-{(s.Until - Ward.Midnight).TotalHours}";
}
