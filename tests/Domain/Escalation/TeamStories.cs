using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>Steps that want several people, and devices that nobody knows the holder of.</summary>
public sealed class TeamStories
{
    [Fact]
    public void A_code_team_of_three_is_complete_with_the_third_acknowledgement()
    {
        var page = PageStory.Send(Team(), Urgency.Code, "team", Three);
        Assert.Equal(new Outcome.OneOfSeveral(1, 3), page.Acknowledge("Ann"));
        Assert.Equal(new Outcome.OneOfSeveral(2, 3), page.Acknowledge("Ben"));
        Assert.True(page.State.IsOpen);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Cy"));
    }

    [Fact]
    public void The_same_person_counts_once()
    {
        var page = PageStory.Send(Team(), Urgency.Code, "team", Three);
        page.Acknowledge("Ann");
        Assert.IsType<Outcome.AlreadyYours>(page.Acknowledge("Ann"));
        Assert.Single(page.State.Acknowledgements);
    }

    [Fact]
    public void Who_has_acknowledged_is_not_rung_again_and_the_others_are()
    {
        var page = PageStory.Send(Team(), Urgency.Code, "team", Three);
        page.Acknowledge("Ann");
        Assert.Equal("0:00 Ann, 0:00 Ben, 0:00 Cy, 0:00 Di, 0:30 Dora, 0:30 Ben again, 0:30 Cy again, 0:30 Di again", page.Seconds(30).Asked);
    }

    [Fact]
    public void An_incomplete_team_escalates_to_the_desk_in_time()
    {
        var page = PageStory.Send(Team(), Urgency.Code, "team", Policies.Of(Policies.Tier(1, wait: 30, need: 3, repeat: 9)));
        page.Acknowledge("Ann");
        page.Acknowledge("Ben");
        Assert.Equal("1:00", page.Minutes(1).When(PageEventKind.DeskReached));
    }

    [Fact]
    public void When_nobody_is_left_who_could_complete_the_team_the_next_step_starts_at_once()
    {
        var hospital = new TestHospital().On("team", "Ann").On("team", "Ben", tier: 2).Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "team", Policies.Of(Policies.Tier(1, need: 2), Policies.Tier(2))).Seconds(5);
        Assert.Equal(new Outcome.OneOfSeveral(1, 2), page.Acknowledge("Ann"));
        Assert.Equal("0:00 Ann, 0:05 Ben", page.Asked);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ben"));
    }

    [Fact]
    public void A_later_step_that_wants_one_does_not_lower_what_the_team_wants()
    {
        var page = PageStory.Send(Team().On("team", "Eve", tier: 2), Urgency.Urgent, "team", Policies.Of(Policies.Tier(1, need: 2), Policies.Tier(2))).Minutes(2);
        Assert.Equal(new Outcome.OneOfSeveral(1, 2), page.Acknowledge("Eve"));
    }

    [Fact]
    public void Who_takes_back_an_acknowledgement_does_not_count()
    {
        var page = PageStory.Send(Team(), Urgency.Code, "team", Three);
        page.Acknowledge("Ann");
        Assert.IsType<Outcome.Done>(page.Decline("Ann"));
        Assert.Equal(new Outcome.OneOfSeveral(1, 3), page.Acknowledge("Ben"));
    }

    [Fact]
    public void A_roles_pager_is_rung_besides_its_people_and_its_unknown_holder_takes_the_page()
    {
        var page = PageStory.Send(Baton().On("bleep", "Ann").On("bleep", "Ben"), Urgency.Urgent, "bleep");
        Assert.Equal("0:00 pager of bleep, 0:00 Ann, 0:00 Ben", page.Asked);
        Assert.IsType<Outcome.Taken>(page.AcknowledgeFromDevice());
        Assert.Equal("holder of the device", page.State.Acknowledgements[0].Name);
    }

    [Fact]
    public void A_pager_does_not_make_an_uncovered_role_covered()
    {
        var page = PageStory.Send(Baton().Dispatcher("Dora"), Urgency.Urgent, "bleep");
        Assert.Equal("0:00 pager of bleep, 0:00 Dora", page.Asked);
    }

    [Fact]
    public void A_codes_pager_is_rung_again_every_30_seconds()
    {
        var page = PageStory.Send(Baton().On("bleep", "Ann"), Urgency.Code, "bleep", Policies.Of(Policies.Tier(1), Policies.Tier(2)));
        Assert.Contains("0:30 pager of bleep again", page.Seconds(30).Asked, StringComparison.Ordinal);
    }

    [Fact]
    public void The_holder_as_one_of_several_silences_nobody()
    {
        var page = PageStory.Send(Baton().On("bleep", "Ann").On("bleep", "Ben"), Urgency.Code, "bleep", Policies.Of(Policies.Tier(1, need: 2)));
        Assert.Equal(new Outcome.OneOfSeveral(1, 2), page.AcknowledgeFromDevice());
        Assert.DoesNotContain(page.Effects, e => e.Effect is Effect.Silence);
    }

    [Fact]
    public void The_holder_may_be_the_one_who_answered_already_and_is_not_a_second_person()
    {
        var page = PageStory.Send(Baton().On("bleep", "Ann").On("bleep", "Ben"), Urgency.Code, "bleep", Policies.Of(Policies.Tier(1, need: 2)));
        page.AcknowledgeFromDevice();
        Assert.Equal(new Outcome.OneOfSeveral(1, 2), page.Acknowledge("Ann"));
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ben"));
    }

    [Fact]
    public void Whoever_answers_after_the_team_is_complete_is_written_down_and_told()
    {
        var page = Complete().Seconds(2);
        Assert.Equal("Cy", Assert.IsType<Outcome.AlreadyAcknowledged>(page.Acknowledge("Di")).Name);
        Assert.Equal("0:02", page.When(PageEventKind.Reply));
        Assert.Equal(3, page.State.Acknowledgements.Count);
    }

    [Fact]
    public void One_of_a_complete_team_who_passes_it_on_leaves_it_open_and_the_others_have_it_still()
    {
        var page = Complete().Seconds(10);
        Assert.IsType<Outcome.Done>(page.Decline("Ben"));
        Assert.Equal(["Ann", "Cy"], page.State.Acknowledgements.Select(a => a.Name));
        Assert.EndsWith("0:10 Di again", page.Asked, StringComparison.Ordinal);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Di"));
    }

    [Fact]
    public void Somebody_who_called_in_is_one_of_the_team_and_the_same_person_is_not_one_more()
    {
        var page = PageStory.Send(Team(), Urgency.Code, "team", Three);
        Assert.Equal(new Outcome.OneOfSeveral(1, 3), page.Acknowledge("Zoe", calledInBy: "Dora"));
        Assert.IsType<Outcome.AlreadyYours>(page.Acknowledge("Zoe", calledInBy: "Dora"));
        Assert.Equal(new Outcome.OneOfSeveral(2, 3), page.Acknowledge("Ann"));
    }

    [Fact]
    public void Whose_shift_ends_after_they_took_it_stays_one_of_the_team_and_the_incoming_person_is_asked()
    {
        var hospital = new TestHospital().On("team", "Ann", to: 1).On("team", "Eve", from: 1).On("team", "Ben").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "team", Policies.Of(Policies.Tier(1, need: 2)));
        page.Acknowledge("Ann");
        Assert.Equal("0:00 Ann, 0:00 Ben, 1:00 Eve", page.Minutes(1).Asked);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Eve"));
    }

    [Fact]
    public void Passed_on_to_another_role_the_count_begins_anew_by_that_roles_policy()
    {
        var page = PageStory.Send(Team().On("lab", "Lea"), Urgency.Code, "team", Three);
        page.Acknowledge("Ann");
        page.Reroute("lab", "Dora");
        Assert.Equal((0, 1), (page.State.Acknowledgements.Count, page.State.AcknowledgementsNeeded));
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Lea"));
    }

    [Fact]
    public void A_take_over_of_an_incomplete_team_keeps_who_has_it_and_is_ended_by_the_last_of_them()
    {
        var page = PageStory.Send(Team(), Urgency.Urgent, "team", Policies.Of(Policies.Tier(1, need: 2)));
        page.Acknowledge("Ann");
        page.TakeOver("Dora");
        Assert.IsType<Outcome.Taken>(page.Minutes(1).Acknowledge("Ben"));
        Assert.Equal("never", page.Due);
    }

    [Fact]
    public void Going_on_now_does_not_make_an_incomplete_team_complete()
    {
        var page = PageStory.Send(Team().On("team", "Eve", tier: 2), Urgency.Urgent, "team", Policies.Of(Policies.Tier(1, need: 2), Policies.Tier(2)));
        page.Acknowledge("Ann");
        page.Escalate("Sam");
        Assert.Equal(2, page.State.AcknowledgementsNeeded);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Eve"));
    }

    [Fact]
    public void Nobody_resolves_for_a_team_that_is_not_complete_but_a_dispatcher()
    {
        var page = PageStory.Send(Team(), Urgency.Code, "team", Three);
        page.Acknowledge("Ann");
        Assert.IsType<Outcome.NotAcknowledged>(page.Resolve("Ann"));
        Assert.IsType<Outcome.Done>(page.Resolve("Dora", asDispatcher: true));
    }

    private static PageStory Complete()
    {
        var page = PageStory.Send(Team(), Urgency.Code, "team", Three);
        page.Acknowledge("Ann");
        page.Acknowledge("Ben");
        page.Acknowledge("Cy");
        return page;
    }

    private static EscalationPolicy Three => Policies.Of(Policies.Tier(1, wait: 30, need: 3));

    private static TestHospital Team() =>
        new TestHospital().On("team", "Ann").On("team", "Ben").On("team", "Cy").On("team", "Di").Dispatcher("Dora");

    private static TestHospital Baton() => new TestHospital().WithRole("bleep", device: true);
}
