using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>
/// Somebody without a verified contact method that works is tried and never waited for, at whatever point the page comes to them, and the
/// trail says so once.
/// </summary>
public sealed class UnreachableStories
{
    [Fact]
    public void At_the_start_the_next_tier_is_asked_at_once()
    {
        var page = PageStory.Send(Ward("Ann"), Urgency.Urgent, "ward", sender: "Sam");
        Assert.Equal("0:00 Ann, 0:00 Ben", page.Asked);
        Assert.Equal("0:00", page.When(PageEventKind.Unreachable));
        Assert.False(page.Responder("Ann")!.Reachable);
        Assert.Equal("0:00 Ann, 0:00 Ben, 3:00 Cy", page.Minutes(3).Asked);
    }

    [Fact]
    public void With_nobody_reachable_on_any_tier_it_is_at_the_desk_in_the_same_decision()
    {
        var page = PageStory.Send(Ward("Ann", "Ben", "Cy"), Urgency.Urgent, "ward", sender: "Sam");
        Assert.Equal("0:00 Ann, 0:00 Ben, 0:00 Cy, 0:00 Dora", page.Asked);
        Assert.True(page.State.AtDesk);
        Assert.Equal("0:00 Sam Notice", page.Told);
    }

    [Fact]
    public void At_a_later_step_the_one_after_it_starts_at_once() =>
        Assert.Equal("0:00 Ann, 2:00 Ben, 2:00 Cy", PageStory.Send(Ward("Ben"), Urgency.Urgent, "ward").Minutes(2).Asked);

    [Fact]
    public void At_a_repeat_whoever_cannot_be_reached_any_more_is_not_waited_for()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1, wait: 60, repeat: 5), Policies.Tier(2)))
            .Change(h => h.Unreachable("Ann")).Minutes(1);
        Assert.Equal("0:00 Ann, 1:00 Ann again, 1:00 Ben", page.Asked);
    }

    [Fact]
    public void At_a_handover_the_next_step_starts_as_the_shift_begins()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 1).On("ward", "Eve", from: 1).On("ward", "Ben", tier: 2).Unreachable("Eve").Dispatcher("Dora");
        Assert.Equal("0:00 Ann, 1:00 Eve, 1:00 Ben", PageStory.Send(hospital, Urgency.Urgent, "ward").Minutes(1).Asked);
    }

    [Fact]
    public void At_a_cover_too()
    {
        var page = PageStory.Send(Ward("Amy"), Urgency.Urgent, "ward").Seconds(20).Change(h => h.Cover("ward", "Amy", instead: "Ann"));
        Assert.Equal("0:00 Ann, 0:20 Amy, 0:20 Ben", page.Asked);
    }

    [Fact]
    public void After_a_re_route_the_new_roles_next_tier_is_asked_at_once()
    {
        var page = PageStory.Send(Ward("Lea").On("lab", "Lea").On("lab", "Lou", tier: 2), Urgency.Urgent, "ward").Seconds(30);
        page.Reroute("lab", "Ann");
        Assert.Equal("0:00 Ann, 0:30 Lea, 0:30 Lou", page.Asked);
    }

    [Fact]
    public void A_named_backup_is_passed_by_at_once()
    {
        var hospital = Ward("Bea");
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Backup(hospital, "Bea"), Policies.Tier(1)));
        Assert.Equal("0:00 Bea, 0:00 Ann", page.Asked);
    }

    [Fact]
    public void Along_the_fallback_roles_each_is_tried_until_one_can_be_reached()
    {
        var hospital = new TestHospital().WithRole("b").WithRole("a", fallback: "b").On("a", "Ann").On("b", "Bo").Unreachable("Ann").Unreachable("Bo").Dispatcher("Dora");
        Assert.Equal("0:00 Ann, 0:00 Bo, 0:00 Dora", PageStory.Send(hospital, Urgency.Code, "a").Asked);
    }

    [Fact]
    public void When_an_acknowledged_page_is_open_again_the_incoming_person_is_not_waited_for_either()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 1).On("ward", "Eve", from: 1).On("ward", "Ben", tier: 2).Unreachable("Eve").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1), Policies.Tier(2)).Within(30));
        page.Acknowledge("Ann");
        Assert.Equal("0:00 Ann, 30:00 Eve, 30:00 Ben", page.Minutes(30).Asked);
    }

    [Fact]
    public void As_a_take_over_ends_nobody_unreachable_is_waited_for()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 2).On("ward", "Eve", from: 2).On("ward", "Ben", tier: 2).Unreachable("Eve").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward");
        page.TakeOver("Dora");
        Assert.Equal("0:00 Ann, 2:00 Eve, 5:00 Dora, 5:00 Ben", page.Minutes(5).Asked);
    }

    [Fact]
    public void Of_a_team_those_who_can_be_reached_are_waited_for()
    {
        var page = PageStory.Send(Ward("Amy").On("ward", "Amy"), Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1, need: 2), Policies.Tier(2))).Seconds(30);
        Assert.Equal("0:00 Ann, 0:00 Amy", page.Asked);
        page.Acknowledge("Ann");
        Assert.Equal("0:00 Ann, 0:00 Amy, 0:30 Ben", page.Asked);
    }

    [Fact]
    public void Who_was_not_waited_for_may_take_it_all_the_same() =>
        Assert.IsType<Outcome.Taken>(PageStory.Send(Ward("Ann"), Urgency.Urgent, "ward").Acknowledge("Ann"));

    private static TestHospital Ward(params string[] unreachable)
    {
        var hospital = new TestHospital().On("ward", "Ann").On("ward", "Ben", tier: 2).On("ward", "Cy", tier: 3).Dispatcher("Dora");
        foreach (var person in unreachable)
        {
            hospital.Unreachable(person);
        }

        return hospital;
    }
}
