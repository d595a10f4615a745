using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>A policy wants to hear in time what came of an acknowledged page.</summary>
public sealed class OutcomeStories
{
    [Fact]
    public void Without_a_policy_that_says_so_an_acknowledged_page_is_left_in_peace_whatever_its_urgency()
    {
        foreach (var urgency in Enum.GetValues<Urgency>())
        {
            foreach (var policy in new[] { null, Policies.Of(Policies.Tier(1)) })
            {
                var page = PageStory.Send(Ward(), urgency, "ward", policy);
                page.Acknowledge("Ann", readBack: "6.9");
                Assert.Equal("never", page.Due);
                Assert.Equal("0:00 Ann, 0:00 Amy", page.Minutes(24 * 60).Asked);
            }
        }
    }

    [Fact]
    public void A_routine_page_is_never_asked_about_whatever_the_policy_says()
    {
        var page = PageStory.Send(Ward(), Urgency.Routine, "ward", Policies.Of(Policies.Tier(1)).Within(30));
        page.Acknowledge("Ann");
        Assert.Equal("never", page.Due);
    }

    [Fact]
    public void When_the_outcome_is_due_only_those_who_have_it_are_asked_again()
    {
        var page = Taken().Minutes(30);
        Assert.Equal("0:00 Ann, 0:00 Amy, 30:30 Ann again", page.Asked);
        Assert.Equal("30:30", page.When(PageEventKind.AcknowledgementTimedOut));
        Assert.Equal(EscalationPhase.Acknowledged, page.State.Phase);
        Assert.Equal("35:30", page.Due);
    }

    [Fact]
    public void Without_a_sign_of_life_it_is_open_again_and_goes_on_with_the_next_step()
    {
        var page = Taken(sender: "Sam").Minutes(35);
        Assert.True(page.State.IsOpen);
        Assert.Empty(page.State.Acknowledgements);
        Assert.Equal("35:30", page.When(PageEventKind.Reopened));
        Assert.Equal("0:00 Ann, 0:00 Amy, 30:30 Ann again, 35:30 Amy again, 35:30 Ben", page.Asked);
        Assert.EndsWith("35:30 Sam Notice", page.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void The_steps_after_it_take_their_own_time_and_the_desk_is_the_last_stop()
    {
        var page = Taken().Minutes(35 + 20);
        Assert.Contains("35:30 Ben, 37:30 Cy, 39:30 Dora", page.Asked, StringComparison.Ordinal);
        Assert.Equal(EscalationPhase.AtDesk, page.State.Phase);
        Assert.NotEqual("never", page.Due);
    }

    [Fact]
    public void A_page_taken_at_the_desk_rings_there_again()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward", Policies.Of(Policies.Desk()).Within(10));
        page.Acknowledge("Dora");
        Assert.Equal("0:00 Dora, 10:00 Dora again, 15:00 Dora again, 17:00 Dora again", page.Minutes(17).Asked);
    }

    [Fact]
    public void A_code_that_is_open_again_is_at_the_desk_within_60_seconds()
    {
        var page = PageStory.Send(Ward(), Urgency.Code, "ward", Wanted()).Seconds(10);
        page.Acknowledge("Ann");
        page.Minutes(36);
        Assert.Equal("35:10", page.When(PageEventKind.Reopened));
        Assert.Equal("36:10", page.Minutes(1).When(PageEventKind.DeskReached));
        Assert.Contains("35:40 Ann again", page.Asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1:30", "2:30")]
    [InlineData(4, "4:30", "8:30")]
    [InlineData(60, "60:30", "65:30")]
    public void They_have_as_long_to_answer_as_they_had_for_the_outcome_and_5_minutes_at_the_most(double within, string asked, string opened)
    {
        var page = Taken(within: within).Minutes(120);
        Assert.Equal(asked, page.When(PageEventKind.AcknowledgementTimedOut));
        Assert.Equal(opened, page.When(PageEventKind.Reopened));
    }

    [Fact]
    public void Answering_again_starts_the_time_anew_and_stops_the_asking()
    {
        var page = Taken().Minutes(32);
        Assert.IsType<Outcome.AlreadyYours>(page.Acknowledge("Ann"));
        Assert.Contains(page.Effects, e => e.At == page.Now && e.Effect is Effect.Silence s && s.Person == page.Hospital.Person("Ann"));
        Assert.Equal("62:30", page.Due);
        Assert.Equal("30:30, 62:30", page.Minutes(31).When(PageEventKind.AcknowledgementTimedOut));
    }

    [Fact]
    public void Answering_before_anybody_asks_starts_the_time_anew_too()
    {
        var page = Taken().Minutes(20);
        page.Acknowledge("Ann");
        Assert.Equal("50:30", page.Due);
    }

    [Fact]
    public void A_message_of_one_who_has_it_is_a_sign_of_life_and_anybody_elses_is_not()
    {
        var page = Taken().Minutes(31);
        Assert.IsType<Outcome.Done>(page.Say("Amy"));
        Assert.Equal("35:30", page.Due);
        Assert.IsType<Outcome.Done>(page.Say("Ann"));
        Assert.Equal("61:30", page.Due);
        Assert.Equal("31:30, 31:30", page.When(PageEventKind.Message));
    }

    [Fact]
    public void A_message_without_a_time_for_the_outcome_is_only_a_message()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward");
        page.Acknowledge("Ann");
        page.Say("Ann");
        Assert.Equal("never", page.Due);
        Assert.Equal("", page.When(PageEventKind.Reply));
    }

    [Fact]
    public void Resolving_or_cancelling_ends_it()
    {
        var resolved = Taken().Minutes(31);
        Assert.IsType<Outcome.Done>(resolved.Resolve("Ann"));
        Assert.Equal("never", resolved.Due);
        var cancelled = Taken();
        cancelled.Cancel("Sam");
        Assert.Equal("never", cancelled.Minutes(99).Due);
    }

    [Fact]
    public void Whoever_was_silent_may_still_take_it_when_it_is_open_again()
    {
        var page = Taken().Minutes(36);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann"));
        Assert.Equal("66:30", page.Due);
    }

    [Fact]
    public void While_the_owner_is_silent_a_colleague_may_take_it_and_a_stranger_may_not()
    {
        var page = Taken().Minutes(31);
        Assert.IsType<Outcome.NotAResponder>(page.Acknowledge("Stranger"));
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Amy"));
        Assert.EndsWith("31:30 Ann Taken", page.Told, StringComparison.Ordinal);
        Assert.Equal("61:30", page.Due);
    }

    [Fact]
    public void Before_anybody_asks_a_colleague_is_told_who_has_it() =>
        Assert.Equal("Ann", Assert.IsType<Outcome.AlreadyAcknowledged>(Taken().Minutes(20).Acknowledge("Amy")).Name);

    [Fact]
    public void An_owner_who_cannot_be_reached_any_more_is_not_waited_for()
    {
        var page = Taken().Change(h => h.Unreachable("Ann")).Minutes(30);
        Assert.Equal("30:30", page.When(PageEventKind.Reopened));
        Assert.Contains("30:30 Ben", page.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public void When_every_channel_of_the_owner_fails_it_goes_on_at_once()
    {
        var page = Taken().Minutes(30).Seconds(8).ChannelsFail("Ann");
        Assert.Equal("30:38", page.When(PageEventKind.Reopened));
        Assert.Contains("30:38 Ben", page.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_page_that_has_its_time_still_a_failed_channel_changes_nothing() =>
        Assert.Equal("", Taken().Minutes(10).ChannelsFail("Ann").When(PageEventKind.Reopened));

    [Fact]
    public void A_dispatcher_need_not_wait_for_the_answer()
    {
        var page = Taken().Minutes(31);
        Assert.IsType<Outcome.Done>(page.Escalate("Dora"));
        Assert.Equal("31:30", page.When(PageEventKind.Reopened));
        Assert.Contains("31:30 Ben", page.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_outage_the_owner_is_asked_at_once_and_has_the_whole_time_to_answer()
    {
        var page = Taken().Outage(120);
        Assert.EndsWith("120:30 Ann again", page.Asked, StringComparison.Ordinal);
        Assert.Equal("120:30 Dora Notice", page.Told.Split(", ")[^1]);
        Assert.Equal("125:30", page.Due);
    }

    [Fact]
    public void If_they_had_been_asked_before_the_outage_it_goes_on_at_once()
    {
        var page = Taken().Minutes(31).Outage(60);
        Assert.Equal("91:30", page.When(PageEventKind.Reopened));
        Assert.Equal("91:30", page.When(PageEventKind.RanLate));
        Assert.Contains("91:30 Ben", page.Asked, StringComparison.Ordinal);
    }

    internal static EscalationPolicy Wanted(double within = 30) =>
        Policies.Of(Policies.Tier(1), Policies.Tier(2), Policies.Tier(3), Policies.Desk()).Within(within);

    private static PageStory Taken(double within = 30, string? sender = null)
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward", Wanted(within), sender).Seconds(30);
        page.Acknowledge("Ann");
        return page;
    }

    private static TestHospital Ward() => new TestHospital()
        .On("ward", "Ann").On("ward", "Amy").On("ward", "Ben", tier: 2).On("ward", "Cy", tier: 3).Dispatcher("Dora");
}
