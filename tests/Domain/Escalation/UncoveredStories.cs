using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>An uncovered role is never swallowed.</summary>
public sealed class UncoveredStories
{
    [Fact]
    public void An_uncovered_role_asks_its_fallback_role_at_once_and_tells_the_sender()
    {
        var hospital = new TestHospital().WithRole("night", fallback: "medicine").On("medicine", "Mia").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "night", sender: "Sam");
        Assert.Equal("0:00 Mia", page.Asked);
        Assert.Equal("0:00 Sam Notice", page.Told);
        Assert.Equal("0:00", page.When(PageEventKind.Uncovered));
    }

    [Fact]
    public void With_no_fallback_it_is_at_the_desk_in_the_same_decision()
    {
        var page = PageStory.Send(new TestHospital().WithRole("night").Dispatcher("Dora"), Urgency.Urgent, "night", sender: "Sam");
        Assert.Equal("0:00 Dora", page.Asked);
        Assert.Equal("0:00 Sam Notice", page.Told);
        Assert.True(page.State.AtDesk);
    }

    [Fact]
    public void The_walk_from_fallback_to_fallback_takes_three_hops_in_one_decision()
    {
        var hospital = Chain("a", "b", "c", "d", "e").On("d", "Dan").Dispatcher("Dora");
        Assert.Equal("0:00 Dan", PageStory.Send(hospital, Urgency.Urgent, "a").Asked);
    }

    [Fact]
    public void A_fourth_hop_is_the_desk_instead()
    {
        var hospital = Chain("a", "b", "c", "d", "e").On("e", "Eve").Dispatcher("Dora");
        Assert.Equal("0:00 Dora", PageStory.Send(hospital, Urgency.Urgent, "a").Asked);
    }

    [Fact]
    public void Roles_that_fall_back_on_each_other_end_at_the_desk()
    {
        var hospital = new TestHospital().WithRole("b").WithRole("a", fallback: "b").WithRole("b", fallback: "a").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Code, "a");
        Assert.Equal("0:00 Dora", page.Asked);
        Assert.Single(page.State.Visited);
    }

    [Fact]
    public void An_unreachable_fallback_is_tried_and_passed_by()
    {
        var hospital = Chain("a", "b", "c").On("b", "Bo").Unreachable("Bo").On("c", "Cy", tier: 2).Dispatcher("Dora");
        Assert.Equal("0:00 Bo, 0:00 Cy", PageStory.Send(hospital, Urgency.Urgent, "a").Asked);
    }

    [Fact]
    public void A_fallback_role_is_asked_on_its_first_tier_that_can_be_reached()
    {
        var hospital = Chain("a", "b").On("b", "Bo").Unreachable("Bo").On("b", "Bea", tier: 2);
        Assert.Equal("0:00 Bo, 0:00 Bea", PageStory.Send(hospital, Urgency.Urgent, "a").Asked);
    }

    [Fact]
    public void The_fallback_is_asked_where_tier_3_is_empty()
    {
        var hospital = Chain("a", "b").On("a", "Ann").On("a", "Al", tier: 2).On("b", "Bo").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "a").Minutes(10);
        Assert.Equal("0:00 Ann, 2:00 Al, 5:00 Bo, 10:00 Dora", page.Asked);
    }

    [Fact]
    public void A_policy_that_forgets_the_fallback_still_tries_it_before_the_desk_when_nobody_is_reached()
    {
        var hospital = Chain("a", "b").On("b", "Bo").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "a", Policies.Of(Policies.Tier(1, wait: 60), Policies.Desk())).Minutes(1);
        Assert.Equal("0:00 Bo, 1:00 Dora", page.Asked);
    }

    [Fact]
    public void A_policy_whose_step_calls_people_and_the_desk_together_tries_the_fallback_at_once()
    {
        var hospital = Chain("a", "b").On("b", "Bo").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "a", Policies.Of(Policies.Tier(1).And(Policies.Desk())));
        Assert.Equal("0:00 Dora, 0:00 Bo", page.Asked);
    }

    [Fact]
    public void A_policy_that_starts_at_the_desk_does_not_ask_the_fallback_before_the_role_itself()
    {
        var hospital = Chain("a", "b").On("a", "Ann").On("b", "Bo").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "a", Policies.Of(Policies.Desk(wait: 30), Policies.Tier(1, wait: 60))).Minutes(1.5);
        Assert.Equal("0:00 Dora, 0:30 Ann", page.Asked);
    }

    [Fact]
    public void A_reached_tier_makes_the_added_fallback_unneeded()
    {
        var hospital = Chain("a", "b").On("a", "Ann").On("b", "Bo").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "a", Policies.Of(Policies.Tier(1, wait: 60))).Minutes(1);
        Assert.Equal("0:00 Ann, 1:00 Dora", page.Asked);
    }

    [Fact]
    public void When_the_only_shift_ends_in_a_gap_the_fallback_is_asked_at_that_instant()
    {
        var hospital = Chain("a", "b").On("a", "Ann", to: 1).On("b", "Bo").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "a", Policies.Of(Policies.Tier(1, wait: 600), Policies.Desk())).Minutes(1);
        Assert.Equal("0:00 Ann, 1:00 Bo", page.Asked);
    }

    [Fact]
    public void Someone_who_comes_on_later_for_an_uncovered_tier_is_asked_as_the_shift_starts()
    {
        var hospital = new TestHospital().On("night", "Ned", from: 3).Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "night").Minutes(3);
        Assert.Equal("0:00 Dora, 2:00 Dora again, 3:00 Ned", page.Asked);
    }

    private static TestHospital Chain(params string[] roles)
    {
        var hospital = new TestHospital();
        foreach (var (role, fallback) in roles.Zip(roles.Skip(1)).Reverse())
        {
            hospital.WithRole(role, fallback);
        }

        return hospital;
    }
}
