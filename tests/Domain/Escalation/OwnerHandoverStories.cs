using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>The outcome is due, and somebody who has the page has gone, or gives it back; teams and devices among them.</summary>
public sealed class OwnerHandoverStories
{
    [Fact]
    public void Where_the_owners_shift_has_ended_the_incoming_person_is_asked_instead_and_has_the_whole_step()
    {
        var page = Taken(Evening()).Minutes(30);
        Assert.Equal("0:00 Ann, 30:00 Eve", page.Asked);
        Assert.Equal("30:00 Ann HandedOver", page.Told);
        Assert.Equal("30:00", page.When(PageEventKind.AcknowledgementTimedOut));
        Assert.Equal("30:00", page.When(PageEventKind.Reopened));
        Assert.True(page.State.IsOpen);
        Assert.Equal("32:00", page.Due);
        Assert.EndsWith("30:00 Eve, 32:00 Ben", page.Minutes(2).Asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Until_the_outcome_is_due_a_handover_leaves_an_acknowledged_page_in_peace() =>
        Assert.Equal("0:00 Ann", Taken(Evening()).Minutes(29).Asked);

    [Fact]
    public void Whose_shift_ended_meanwhile_without_having_it_is_not_woken_at_home()
    {
        var page = Taken(Evening().On("ward", "Amy", to: 10)).Minutes(30);
        Assert.DoesNotContain("Amy HandedOver", page.Told, StringComparison.Ordinal);
        Assert.Equal(Standing.ShiftEnded, page.Responder("Amy")!.Standing);
        Assert.DoesNotContain("Amy again", page.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public void With_nobody_to_hand_over_to_the_next_step_starts_at_once()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 10).On("ward", "Ben", tier: 2).Dispatcher("Dora");
        Assert.Equal("0:00 Ann, 30:00 Ben", Taken(hospital).Minutes(30).Asked);
    }

    [Fact]
    public void An_owner_who_may_not_be_paged_any_more_is_replaced_by_whoever_is_on()
    {
        var page = Taken(new TestHospital().On("ward", "Ann").On("ward", "Ben", tier: 2).Dispatcher("Dora")).Change(h => h.Inactive("Ann")).Minutes(30);
        Assert.Equal("0:00 Ann, 30:00 Ben", page.Asked);
        Assert.Equal("", page.Told);
    }

    [Fact]
    public void Somebody_who_called_in_keeps_it_whatever_the_roster_says()
    {
        var page = PageStory.Send(Evening(), Urgency.Urgent, "ward", OutcomeStories.Wanted());
        page.Acknowledge("Zoe", calledInBy: "Dora");
        Assert.Equal("0:00 Ann, 30:00 Zoe again", page.Minutes(30).Asked);
    }

    [Fact]
    public void Of_a_team_one_sign_of_life_is_enough_for_all()
    {
        var page = Complete().Minutes(30);
        Assert.Equal("0:00 Ann, 0:00 Ben, 0:00 Cy, 30:00 Ann again, 30:00 Ben again", page.Asked);
        page.Acknowledge("Ben");
        Assert.Equal("60:00", page.Due);
    }

    [Fact]
    public void A_silent_team_has_to_be_complete_anew()
    {
        var page = Complete().Minutes(35);
        Assert.Empty(page.State.Acknowledgements);
        Assert.Equal(new Outcome.OneOfSeveral(1, 2), page.Acknowledge("Cy"));
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann"));
    }

    [Fact]
    public void Where_one_of_a_team_has_gone_the_others_keep_it_and_the_one_who_is_missing_is_asked_for()
    {
        var hospital = new TestHospital().On("team", "Ann").On("team", "Ben", to: 10).On("team", "Eve", from: 10).Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "team", Pair);
        page.Acknowledge("Ann");
        page.Acknowledge("Ben");
        page.Minutes(30);
        Assert.Equal("0:00 Ann, 0:00 Ben, 30:00 Eve", page.Asked);
        Assert.Equal(["Ann"], page.State.Acknowledgements.Select(a => a.Name));
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Eve"));
    }

    [Fact]
    public void The_unknown_holder_of_a_device_is_asked_on_the_device_and_answers_from_it()
    {
        var hospital = new TestHospital().WithRole("bleep", device: true).On("bleep", "Ann").On("bleep", "Ben").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "bleep", OutcomeStories.Wanted());
        page.AcknowledgeFromDevice();
        Assert.EndsWith("30:00 pager of bleep again", page.Minutes(30).Asked, StringComparison.Ordinal);
        Assert.IsType<Outcome.AlreadyYours>(page.AcknowledgeFromDevice());
        Assert.Equal("60:00", page.Due);
    }

    [Fact]
    public void Whoever_has_it_may_pass_it_on_and_the_others_of_the_step_are_asked_again()
    {
        var page = Taken(new TestHospital().On("ward", "Ann").On("ward", "Amy").On("ward", "Ben", tier: 2).Dispatcher("Dora")).Minutes(4);
        Assert.IsType<Outcome.Done>(page.Decline("Ann"));
        Assert.Equal("0:00 Ann, 0:00 Amy, 4:00 Amy again", page.Asked);
        Assert.Equal("6:00", page.Due);
        Assert.IsType<Outcome.NotAResponder>(page.Acknowledge("Ann"));
    }

    [Fact]
    public void Alone_in_the_step_their_passing_it_on_starts_the_next_step_at_once_also_without_a_time_for_the_outcome()
    {
        var page = PageStory.Send(new TestHospital().On("ward", "Ann").On("ward", "Ben", tier: 2).Dispatcher("Dora"), Urgency.Urgent, "ward");
        page.Acknowledge("Ann");
        page.Minutes(4).Decline("Ann");
        Assert.Equal("0:00 Ann, 4:00 Ben", page.Asked);
        Assert.Equal("4:00", page.When(PageEventKind.Reopened));
    }

    [Fact]
    public void A_routine_page_that_is_passed_on_after_all_stands_on_the_board_silently()
    {
        var page = PageStory.Send(new TestHospital().On("ward", "Ann").Dispatcher("Dora"), Urgency.Routine, "ward");
        page.Acknowledge("Ann");
        page.Minutes(4).Decline("Ann");
        Assert.Equal((EscalationPhase.Standing, true), (page.State.Phase, page.State.AtDesk));
        Assert.Equal("0:00 Ann", page.Minutes(60).Asked);
    }

    [Fact]
    public void Passing_on_what_somebody_else_has_is_written_down_and_changes_nothing()
    {
        var page = Taken(new TestHospital().On("ward", "Ann").On("ward", "Amy").Dispatcher("Dora"));
        Assert.IsType<Outcome.AlreadyAcknowledged>(page.Decline("Amy"));
        Assert.IsType<Outcome.NotAResponder>(page.Decline("Stranger"));
        Assert.Equal("0:00", page.When(PageEventKind.Reply));
        Assert.Equal("0:00", page.When(PageEventKind.Refused));
        page.Resolve("Ann");
        Assert.IsType<Outcome.Closed>(page.Decline("Amy"));
        Assert.Equal("0:00, 0:00", page.When(PageEventKind.Reply));
    }

    [Fact]
    public void Only_whoever_has_it_at_that_moment_resolves_it()
    {
        var page = Taken(new TestHospital().On("ward", "Ann").On("ward", "Amy").Dispatcher("Dora"));
        Assert.Equal("Ann", Assert.IsType<Outcome.AlreadyAcknowledged>(page.Resolve("Amy")).Name);
        Assert.IsType<Outcome.Done>(page.Resolve("Ann"));
    }

    private static EscalationPolicy Pair => Policies.Of(Policies.Tier(1, need: 2)).Within(30);

    private static PageStory Complete()
    {
        var page = PageStory.Send(new TestHospital().On("team", "Ann").On("team", "Ben").On("team", "Cy").Dispatcher("Dora"), Urgency.Urgent, "team", Pair);
        page.Acknowledge("Ann");
        page.Acknowledge("Ben");
        return page;
    }

    private static PageStory Taken(TestHospital hospital)
    {
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", OutcomeStories.Wanted());
        page.Acknowledge("Ann");
        return page;
    }

    private static TestHospital Evening() =>
        new TestHospital().On("ward", "Ann", to: 10).On("ward", "Eve", from: 10).On("ward", "Ben", tier: 2).Dispatcher("Dora");
}
