using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>Who may answer, and what an answer does.</summary>
public sealed class ReplyStories
{
    [Fact]
    public void An_acknowledgement_stops_everything_and_everyone_notified_is_told()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward", sender: "Sam").Minutes(2);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ben"));
        Assert.Equal("2:00 Ann Taken, 2:00 Sam Notice", page.Told);
        Assert.Contains(page.Effects, e => e.Effect is Effect.Silence { Person: null });
        page.Minutes(60);
        Assert.Equal("0:00 Ann, 2:00 Ben", page.Asked);
        Assert.Equal("never", page.Due);
    }

    [Fact]
    public void A_responder_of_an_earlier_step_may_still_take_it()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Minutes(3);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann"));
    }

    [Fact]
    public void Someone_whom_the_page_does_not_ask_is_refused_recorded_and_the_escalation_goes_on()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward");
        Assert.IsType<Outcome.NotAResponder>(page.Acknowledge("Ben"));
        Assert.IsType<Outcome.NotAResponder>(page.Acknowledge("Stranger"));
        Assert.IsType<Outcome.NotAResponder>(page.Decline("Stranger"));
        Assert.Equal("0:00, 0:00, 0:00", page.When(PageEventKind.Refused));
        Assert.Equal("0:00 Ann, 2:00 Ben", page.Minutes(2).Asked);
    }

    [Fact]
    public void The_loser_of_a_race_learns_who_won_and_when()
    {
        var page = PageStory.Send(Ward().On("ward", "Amy"), Urgency.Urgent, "ward").Minutes(1);
        page.Acknowledge("Ann");
        var lost = Assert.IsType<Outcome.AlreadyAcknowledged>(page.Seconds(1).Acknowledge("Amy"));
        Assert.Equal(("Ann", TestHospital.Minute(1)), (lost.Name, lost.At));
        Assert.Equal("1:01", page.When(PageEventKind.Reply));
    }

    [Fact]
    public void A_stranger_is_refused_after_the_acknowledgement_too()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward");
        page.Acknowledge("Ann");
        Assert.IsType<Outcome.NotAResponder>(page.Acknowledge("Stranger"));
        Assert.Equal("0:00", page.When(PageEventKind.Refused));
    }

    [Fact]
    public void Taking_it_twice_is_the_same_as_once()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward");
        page.Acknowledge("Ann");
        Assert.IsType<Outcome.AlreadyYours>(page.Acknowledge("Ann"));
        Assert.Single(page.State.Acknowledgements);
    }

    [Fact]
    public void A_closed_page_answers_that_it_is_closed()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Minutes(1);
        page.Cancel("Sam");
        var closed = Assert.IsType<Outcome.Closed>(page.Acknowledge("Ann"));
        Assert.Equal((EscalationPhase.Cancelled, TestHospital.Minute(1)), (closed.Phase, closed.At));
        Assert.IsType<Outcome.Closed>(page.Decline("Ann"));
    }

    [Fact]
    public void When_all_of_a_step_have_passed_it_on_the_next_step_starts_at_once()
    {
        var page = PageStory.Send(Ward().On("ward", "Amy"), Urgency.Urgent, "ward").Seconds(30);
        page.Decline("Ann");
        Assert.Equal("0:00 Ann, 0:00 Amy", page.Asked);
        page.Seconds(10).Decline("Amy");
        Assert.Equal("0:00 Ann, 0:00 Amy, 0:40 Ben", page.Asked);
        Assert.Equal("3:40", page.Due);
    }

    [Fact]
    public void Passing_it_on_does_not_wait_for_an_unreachable_colleague()
    {
        var page = PageStory.Send(Ward().On("ward", "Amy").Unreachable("Amy"), Urgency.Urgent, "ward").Seconds(30);
        page.Decline("Ann");
        Assert.Equal("0:00 Ann, 0:00 Amy, 0:30 Ben", page.Asked);
    }

    [Fact]
    public void Who_passed_it_on_is_not_asked_again_and_may_not_take_it()
    {
        var page = PageStory.Send(Ward(), Urgency.Code, "ward");
        page.Decline("Ann");
        Assert.IsType<Outcome.AlreadyYours>(page.Decline("Ann"));
        Assert.IsType<Outcome.NotAResponder>(page.Acknowledge("Ann"));
        Assert.DoesNotContain("Ann again", page.Minutes(5).Asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_passes_it_on_is_not_rung_any_more()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward");
        page.Decline("Ann");
        Assert.Contains(page.Effects, e => e.Effect is Effect.Silence s && s.Person == page.Hospital.Person("Ann"));
    }

    [Fact]
    public void When_all_channels_of_the_only_responder_failed_the_next_step_starts_at_once_and_the_sender_is_told()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward", sender: "Sam").Seconds(8).ChannelsFail("Ann");
        Assert.Equal("0:00 Ann, 0:08 Ben", page.Asked);
        Assert.Equal("0:08 Sam Notice", page.Told);
        Assert.Equal("0:08", page.When(PageEventKind.Unreachable));
    }

    [Fact]
    public void Who_was_not_waited_for_may_still_take_it()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").ChannelsFail("Ann");
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann"));
    }

    [Fact]
    public void The_same_failure_twice_moves_on_once()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").ChannelsFail("Ann").ChannelsFail("Ann");
        Assert.Equal("0:00 Ann, 0:00 Ben", page.Asked);
    }

    [Fact]
    public void Failed_people_do_not_stand_in_the_way_of_the_fallback()
    {
        var hospital = new TestHospital().WithRole("ward", fallback: "house").On("ward", "Ann").On("house", "Hal").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1), Policies.Desk())).ChannelsFail("Ann");
        Assert.Equal("0:00 Ann, 0:00 Hal", page.Asked);
    }

    [Fact]
    public void A_critical_result_is_not_taken_without_reading_the_value_back()
    {
        var page = PageStory.Send(Ward(), Urgency.CriticalResult, "ward");
        Assert.IsType<Outcome.ReadBackNeeded>(page.Acknowledge("Ann"));
        Assert.IsType<Outcome.ReadBackNeeded>(page.Acknowledge("Ann", readBack: "  "));
        Assert.Equal("0:00, 0:00", page.When(PageEventKind.ReadBackNeeded));
        Assert.Equal("0:00 Ann, 5:00 Ben", page.Minutes(5).Asked);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann", readBack: "potassium 6.9"));
        Assert.Equal("potassium 6.9", page.State.Acknowledgements[0].ReadBack);
    }

    [Fact]
    public void The_desk_enters_a_read_back_for_somebody_who_called_in()
    {
        var page = PageStory.Send(Ward(), Urgency.CriticalResult, "ward");
        Assert.IsType<Outcome.ReadBackNeeded>(page.Acknowledge("Ann", calledInBy: "Dora"));
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann", readBack: "6.9", calledInBy: "Dora"));
    }

    [Fact]
    public void A_dispatcher_enters_anyone_who_called_in()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward");
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Zoe", calledInBy: "Dora"));
        Assert.Contains(page.Effects, e => e.Effect is Effect.Record { Kind: PageEventKind.Acknowledged } r
            && r.Detail.Contains("Zoe called in, entered by Dora", StringComparison.Ordinal));
        Assert.Equal("0:00 Ann Taken", page.Told);
    }

    [Fact]
    public void A_dispatcher_takes_it_without_having_been_asked()
    {
        Assert.IsType<Outcome.Taken>(PageStory.Send(Ward(), Urgency.Urgent, "ward").Acknowledge("Dora", asDispatcher: true));
    }

    [Fact]
    public void A_repeat_says_that_it_is_one()
    {
        var page = PageStory.Send(Ward(), Urgency.Code, "ward").Seconds(30);
        Assert.Contains(page.Effects, e => e.Effect is Effect.Notify { Purpose: NotificationPurpose.Repeat } n && n.Person == page.Hospital.Person("Ann"));
    }

    private static TestHospital Ward() => new TestHospital().On("ward", "Ann").On("ward", "Ben", tier: 2).Dispatcher("Dora");
}
