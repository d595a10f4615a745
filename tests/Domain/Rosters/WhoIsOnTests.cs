using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Domain.Tests.Rosters;

public sealed class WhoIsOnTests
{
    [Fact]
    public void A_shift_holds_its_start_and_not_its_end()
    {
        var ward = new Ward().On('A', 7, 15);

        Assert.Equal("", ward.Who(6.999));
        Assert.Equal("A1", ward.Who(7));
        Assert.Equal("A1", ward.Who(14.999));
        Assert.Equal("", ward.Who(15));
    }

    [Fact]
    public void At_a_hand_over_only_the_incoming_person_answers()
    {
        var ward = new Ward().On('A', 7, 15).On('B', 15, 23);

        Assert.Equal("B1", ward.Who(15));
    }

    [Fact]
    public void Everyone_on_a_tier_answers_and_tiers_come_in_order()
    {
        var ward = new Ward().On('D', 0, 24, tier: 3).On('B', 8, 16, tier: 2).On('C', 9, 17).On('A', 7, 15);

        Assert.Equal("A1 C1 B2 D3", ward.Who(10));
        Assert.Equal(["A1", "C1"], ward.At(10).OnTier(1).Select(r => Ward.Names([r])));
    }

    [Fact]
    public void A_person_on_two_tiers_answers_once_on_the_first()
    {
        var ward = new Ward().On('A', 0, 24, tier: 2).On('A', 8, 16);

        Assert.Equal("A1", ward.Who(10));
        Assert.Equal("A2", ward.Who(17));
    }

    [Fact]
    public void An_inactive_person_leaves_a_gap()
    {
        var ward = new Ward().On('A', 7, 15).On('B', 7, 15, tier: 2).Inactive('A');

        Assert.Equal("B2", ward.Who(10));
    }

    [Fact]
    public void Back_to_back_shifts_of_one_person_are_one_time_on()
    {
        var ward = new Ward().On('A', 7, 15, label: "Early").On('A', 15, 23, label: "Late").On('B', 23, 31);

        var at = Assert.Single(ward.At(16).Responders);
        Assert.Equal(Ward.Hour(7), at.Since);
        Assert.Equal(Ward.Hour(23), at.Until);
        Assert.Equal("Late", at.Because.Label);
        Assert.Equal(Ward.Hour(23), ward.At(8).NextChangeAt);
    }

    [Fact]
    public void Overlapping_shifts_of_one_person_run_until_the_last_ends()
    {
        var ward = new Ward().On('A', 7, 15).On('A', 12, 20);

        Assert.Equal((Ward.Hour(7), Ward.Hour(20)), (ward.At(8).Responders[0].Since, ward.At(8).Responders[0].Until));
    }

    [Fact]
    public void A_change_of_tier_is_a_change()
    {
        var ward = new Ward().On('A', 7, 15).On('A', 15, 23, tier: 2);

        Assert.Equal(Ward.Hour(15), ward.At(8).NextChangeAt);
        Assert.Equal(Ward.Hour(15), ward.At(8).Responders[0].Until);
    }

    [Fact]
    public void The_next_change_is_told_before_the_first_shift_and_in_a_gap()
    {
        var ward = new Ward().On('A', 7, 15).On('B', 20, 24);

        Assert.Equal(Ward.Hour(7), ward.At(1).NextChangeAt);
        Assert.Equal(Ward.Hour(15), ward.At(7).NextChangeAt);
        Assert.Equal(Ward.Hour(20), ward.At(16).NextChangeAt);
        Assert.Equal(Ward.Hour(24), ward.At(21).NextChangeAt);
        Assert.Null(ward.At(24).NextChangeAt);
    }

    [Fact]
    public void A_shift_of_somebody_inactive_is_no_change()
    {
        var ward = new Ward().On('X', 1, 2).On('A', 7, 15).On('X', 9, 10).Inactive('X');

        Assert.Equal(Ward.Hour(7), ward.At(0).NextChangeAt);
        Assert.Equal(Ward.Hour(15), ward.At(8).NextChangeAt);
    }

    [Fact]
    public void An_empty_roster_is_uncovered_for_ever()
    {
        var nobody = RosterResolver.Resolve(RoleRoster.Empty(Ward.Role), Ward.Midnight);

        Assert.False(nobody.Covered);
        Assert.Null(nobody.NextChangeAt);
    }
}
