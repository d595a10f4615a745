using Xunit;

namespace OnCall.Domain.Tests.Rosters;

public sealed class CoverTests
{
    [Fact]
    public void A_cover_answers_in_place_of_the_person_on_the_same_tier()
    {
        var ward = new Ward().On('A', 7, 15, tier: 2, label: "Early").Cover('B', 'A', 9, 11);

        Assert.Equal("A2", ward.Who(8));
        Assert.Equal("B2", ward.Who(9));
        Assert.Equal("A2", ward.Who(11));
        var because = ward.At(10).Responders[0].Because;
        Assert.Equal(Ward.Person('A'), because.InsteadOf);
        Assert.Equal("Early", because.Label);
        Assert.NotNull(because.Cover);
    }

    [Fact]
    public void A_cover_is_on_for_its_own_time_and_splits_the_shift()
    {
        var ward = new Ward().On('A', 7, 15).Cover('B', 'A', 9, 11);

        Assert.Equal((Ward.Hour(7), Ward.Hour(9)), (ward.At(8).Responders[0].Since, ward.At(8).Responders[0].Until));
        Assert.Equal((Ward.Hour(9), Ward.Hour(11)), (ward.At(10).Responders[0].Since, ward.At(10).Responders[0].Until));
        Assert.Equal(Ward.Hour(11), ward.At(12).Responders[0].Since);
    }

    [Fact]
    public void Without_a_name_it_replaces_the_only_primary_and_leaves_the_backup()
    {
        var ward = new Ward().On('A', 7, 15).On('C', 7, 15, tier: 2).Cover('B', null, 9, 11);

        Assert.Equal("B1 C2", ward.Who(10));
    }

    [Fact]
    public void Without_a_name_it_joins_several_primaries_so_that_nobody_is_left_out()
    {
        var ward = new Ward().On('A', 7, 15).On('C', 8, 15).Cover('B', null, 9, 11);

        Assert.Equal("A1 C1 B1", ward.Who(10));
    }

    [Fact]
    public void Without_a_name_an_inactive_colleague_does_not_count_as_a_second_primary()
    {
        var ward = new Ward().On('A', 7, 15).On('X', 7, 15).Inactive('X').Cover('B', null, 9, 11);

        Assert.Equal("B1", ward.Who(10));
    }

    [Fact]
    public void Without_a_name_two_shifts_of_one_primary_are_one_person()
    {
        var ward = new Ward().On('A', 7, 15).On('A', 8, 16).Cover('B', null, 9, 11);

        Assert.Equal("B1", ward.Who(10));
    }

    [Fact]
    public void The_latest_cover_wins()
    {
        var ward = new Ward().On('A', 7, 15).Cover('B', 'A', 8, 14).Cover('C', 'A', 9, 11);

        Assert.Equal("B1", ward.Who(8));
        Assert.Equal("C1", ward.Who(10));
        Assert.Equal("B1", ward.Who(12));
    }

    [Fact]
    public void A_cover_may_itself_be_covered()
    {
        var ward = new Ward().On('A', 7, 15).Cover('B', 'A', 8, 14).Cover('C', 'B', 9, 11);

        Assert.Equal("C1", ward.Who(10));
        Assert.Equal(Ward.Person('B'), ward.At(10).Responders[0].Because.InsteadOf);
    }

    [Fact]
    public void Giving_the_shift_back_puts_its_owner_on_again()
    {
        var ward = new Ward().On('A', 7, 15).Cover('B', 'A', 8, 14).Cover('A', 'B', 10, 12);

        Assert.Equal("A1", ward.Who(11));
        Assert.Equal("B1", ward.Who(13));
    }

    [Fact]
    public void A_cover_stays_in_force_when_the_person_it_replaced_has_gone_from_the_roster()
    {
        var ward = new Ward().On('C', 7, 15).Cover('B', 'A', 9, 11, tier: 2);

        Assert.Equal("C1 B2", ward.Who(10));
    }

    [Fact]
    public void Two_covers_of_a_person_who_has_gone_are_still_one_place()
    {
        var ward = new Ward().Cover('B', 'A', 9, 11).Cover('C', 'A', 9, 11);

        Assert.Equal("C1", ward.Who(10));
    }

    [Fact]
    public void A_cover_by_somebody_inactive_leaves_a_gap()
    {
        var ward = new Ward().On('A', 7, 15).Cover('B', 'A', 9, 11).Inactive('B');

        Assert.Equal("", ward.Who(10));
    }

    [Fact]
    public void A_cover_for_somebody_inactive_fills_the_gap()
    {
        var ward = new Ward().On('A', 7, 15).Inactive('A').Cover('B', null, 9, 11);

        Assert.Equal("B1", ward.Who(10));
        Assert.Equal(Ward.Person('A'), ward.At(10).Responders[0].Because.InsteadOf);
    }

    [Fact]
    public void A_cover_holds_its_start_and_not_its_end()
    {
        var ward = new Ward().Cover('B', null, 9, 11);

        Assert.Equal("", ward.Who(8.999));
        Assert.Equal("B1", ward.Who(9));
        Assert.Equal("", ward.Who(11));
    }
}
