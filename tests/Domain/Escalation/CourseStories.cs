using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>Going on now, passing to another role, closing.</summary>
public sealed class CourseStories
{
    [Fact]
    public void Going_on_now_runs_the_next_step_and_its_wait_counts_from_now()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward").Seconds(30);
        Assert.IsType<Outcome.Done>(page.Escalate("Sam"));
        Assert.Equal("0:00 Ann, 0:30 Ben", page.Asked);
        Assert.Equal("3:30", page.Due);
    }

    [Fact]
    public void Going_on_now_at_the_desk_rings_there()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward", Policies.Of(Policies.Desk())).Seconds(30);
        page.Escalate("Sam");
        Assert.Equal("0:00 Dora, 0:30 Dora again", page.Asked);
        Assert.Equal("2:30", page.Due);
    }

    [Fact]
    public void Going_on_again_and_again_ends_at_the_desk()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward");
        for (var i = 0; i < 6; i++)
        {
            page.Escalate("Sam");
        }

        Assert.Equal(EscalationPhase.AtDesk, page.State.Phase);
        Assert.NotEqual("never", page.Due);
    }

    [Fact]
    public void A_rerouted_page_runs_the_new_roles_policy_from_its_first_step()
    {
        var hospital = Hospital();
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", sender: "Sam").Minutes(1);
        Assert.IsType<Outcome.Done>(page.Reroute("lab", "Ann", Policies.Of(Policies.Tier(1, wait: 60), Policies.Tier(2, wait: 60))));
        page.Minutes(2);
        Assert.Equal("0:00 Ann, 1:00 Lea, 2:00 Lou, 3:00 Dora", page.Asked);
        Assert.StartsWith("1:00 Sam Notice, 1:00 Ann HandedOver", page.Told, StringComparison.Ordinal);
        Assert.Equal(hospital.Role("lab"), page.State.Role);
    }

    [Fact]
    public void Those_asked_before_may_no_longer_answer()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward");
        page.Reroute("lab", "Ann");
        var answer = Assert.IsType<Outcome.HandedOver>(page.Acknowledge("Ann"));
        Assert.Equal([page.Hospital.Person("Lea")], answer.To);
        Assert.IsType<Outcome.HandedOver>(page.Decline("Ann"));
        Assert.True(page.State.IsOpen);
    }

    [Fact]
    public void Who_passed_it_on_is_asked_again_when_the_new_role_is_theirs_too()
    {
        var page = PageStory.Send(Hospital().On("lab", "Ann"), Urgency.Urgent, "ward").Seconds(10);
        page.Decline("Ann");
        page.Reroute("lab", "Ben");
        Assert.Equal("0:00 Ann, 0:10 Ben, 0:10 Ann, 0:10 Lea", page.Asked);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann"));
    }

    [Fact]
    public void Rerouting_to_the_same_role_does_not_ask_again_who_passed_it_on()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward").Seconds(10);
        page.Decline("Ann");
        page.Reroute("ward", "Ben");
        Assert.Equal("0:00 Ann, 0:10 Ben, 0:10 Ben", page.Asked);
    }

    [Fact]
    public void Who_was_rerouted_away_from_is_asked_when_they_come_on_shift_for_the_new_role()
    {
        var page = PageStory.Send(Hospital().On("lab", "Ann", from: 1), Urgency.Urgent, "ward");
        page.Reroute("lab", "Dora");
        Assert.Equal("0:00 Ann, 0:00 Lea, 1:00 Ann", page.Minutes(1).Asked);
    }

    [Fact]
    public void A_page_at_the_desk_leaves_it_when_rerouted_and_comes_back_when_nobody_answers()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward", Policies.Of(Policies.Desk())).Minutes(1);
        page.Reroute("lab", "Dora");
        Assert.False(page.State.AtDesk);
        page.Minutes(10);
        Assert.True(page.State.AtDesk);
        Assert.Equal("0:00 Dora, 1:00 Lea, 3:00 Lou, 6:00 Dora", page.Asked.Split(", 8:")[0]);
    }

    [Fact]
    public void An_acknowledged_page_that_is_rerouted_is_open_again()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward");
        page.Acknowledge("Ann");
        Assert.IsType<Outcome.Done>(page.Minutes(5).Reroute("lab", "Ann"));
        Assert.True(page.State.IsOpen);
        Assert.Empty(page.State.Acknowledgements);
        Assert.Equal("0:00 Ann, 5:00 Lea", page.Asked);
        Assert.EndsWith("5:00 Ann HandedOver", page.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_passed_on_at_50_seconds_is_still_at_the_desk_by_60()
    {
        var page = PageStory.Send(Hospital(), Urgency.Code, "ward", Policies.Of(Policies.Tier(1, repeat: 9))).Seconds(50);
        page.Reroute("lab", "Ann");
        Assert.Equal("1:00", page.Minutes(1).When(PageEventKind.DeskReached));
    }

    [Fact]
    public void Rerouting_to_an_uncovered_role_is_the_desk_at_once()
    {
        var page = PageStory.Send(Hospital().WithRole("empty"), Urgency.Urgent, "ward").Seconds(5);
        page.Reroute("empty", "Ann");
        Assert.Equal("0:00 Ann, 0:05 Dora", page.Asked);
    }

    [Fact]
    public void Only_a_dispatcher_resolves_a_page_that_nobody_has()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward");
        Assert.IsType<Outcome.NotAcknowledged>(page.Resolve("Ann"));
        Assert.True(page.State.IsOpen);
        Assert.IsType<Outcome.Done>(page.Resolve("Dora", asDispatcher: true));
        Assert.Equal("0:00 Ann Taken", page.Told);
        Assert.Equal("never", page.Due);
    }

    [Fact]
    public void Resolving_does_not_bother_again_those_who_know_that_another_has_it()
    {
        var page = PageStory.Send(Hospital().On("ward", "Amy"), Urgency.Urgent, "ward");
        page.Acknowledge("Ann");
        page.Minutes(5).Resolve("Ann");
        Assert.Equal("0:00 Amy Taken, 5:00 Ann Taken", page.Told);
        Assert.Equal(EscalationPhase.Resolved, page.State.Phase);
    }

    [Fact]
    public void A_cancelled_page_tells_whoever_is_on_the_way()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward", sender: "Sam");
        page.Acknowledge("Ann");
        Assert.IsType<Outcome.Done>(page.Minutes(1).Cancel("Sam"));
        Assert.Equal("0:00 Sam Notice, 1:00 Ann Taken, 1:00 Sam Notice", page.Told);
    }

    [Fact]
    public void A_closed_page_can_be_changed_by_nothing()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward");
        page.Cancel("Sam");
        Assert.IsType<Outcome.Closed>(page.Escalate("Sam"));
        Assert.IsType<Outcome.Closed>(page.Reroute("lab", "Sam"));
        Assert.IsType<Outcome.Closed>(page.Resolve("Dora", asDispatcher: true));
        Assert.IsType<Outcome.Closed>(page.Cancel("Sam"));
        Assert.Equal("0:00 Ann", page.Change(h => h.On("ward", "Amy")).Minutes(99).Asked);
    }

    [Fact]
    public void Going_on_now_with_a_page_that_somebody_has_answers_who()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward");
        page.Acknowledge("Ann");
        Assert.Equal("Ann", Assert.IsType<Outcome.AlreadyAcknowledged>(page.Escalate("Sam")).Name);
    }

    private static TestHospital Hospital() => new TestHospital()
        .On("ward", "Ann").On("ward", "Ben", tier: 2)
        .On("lab", "Lea").On("lab", "Lou", tier: 2)
        .Dispatcher("Dora");
}
