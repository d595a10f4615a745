using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>A dispatcher's take-over is a pause, never an end.</summary>
public sealed class TakeOverStories
{
    [Fact]
    public void It_pauses_the_steps_and_after_5_minutes_the_desk_rings_and_they_go_on_where_they_were()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Minutes(1);
        Assert.IsType<Outcome.Done>(page.TakeOver("Dora"));
        page.Minutes(6);
        Assert.Equal("0:00 Ann, 6:00 Dora, 7:00 Ben", page.Asked);
        Assert.Equal("6:00", page.When(PageEventKind.TakeOverEnded));
    }

    [Fact]
    public void A_codes_take_over_lasts_one_minute_and_its_people_are_still_rung()
    {
        var page = PageStory.Send(Ward(), Urgency.Code, "ward").Seconds(10);
        page.TakeOver("Dora");
        page.Seconds(60);
        Assert.Equal("0:00 Ann, 0:30 Ann again, 1:00 Ann again, 1:10 Dora", page.Asked);
    }

    [Fact]
    public void At_the_desk_it_stops_the_ringing_for_its_while()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward", Policies.Of(Policies.Desk())).Minutes(1);
        page.TakeOver("Dora");
        page.Minutes(8);
        Assert.Equal("0:00 Dora, 6:00 Dora again, 8:00 Dora again", page.Asked);
        Assert.Equal(EscalationPhase.AtDesk, page.State.Phase);
    }

    [Fact]
    public void Taking_over_twice_starts_the_while_anew_and_keeps_what_was_left_of_the_step()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Minutes(1);
        page.TakeOver("Dora");
        page.Minutes(3).TakeOver("Dan");
        page.Minutes(6);
        Assert.Equal("0:00 Ann, 9:00 Dora, 10:00 Ben", page.Asked);
    }

    [Fact]
    public void A_responder_who_acknowledges_meanwhile_has_it()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward");
        page.TakeOver("Dora");
        Assert.IsType<Outcome.Taken>(page.Minutes(1).Acknowledge("Ann"));
        Assert.Equal("0:00 Ann", page.Minutes(60).Asked);
        Assert.Null(page.State.TakenOverBy);
    }

    [Fact]
    public void Passing_it_on_meanwhile_makes_the_next_step_start_as_the_pause_ends()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward");
        page.TakeOver("Dora");
        page.Minutes(1).Decline("Ann");
        Assert.Equal("0:00 Ann, 5:00 Dora, 5:00 Ben", page.Minutes(5).Asked);
    }

    [Fact]
    public void A_handover_meanwhile_asks_the_incoming_people()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 2).On("ward", "Eve", from: 2).Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward");
        page.TakeOver("Dora");
        Assert.Equal("0:00 Ann, 2:00 Eve", page.Minutes(3).Asked);
    }

    [Fact]
    public void Going_on_now_ends_the_pause()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward");
        page.TakeOver("Dora");
        page.Minutes(1).Escalate("Ann");
        Assert.Equal("0:00 Ann, 1:00 Ben", page.Asked);
        Assert.Equal(EscalationPhase.Stepping, page.State.Phase);
    }

    [Fact]
    public void Going_on_now_does_not_take_a_codes_minute_to_the_desk_away()
    {
        var page = PageStory.Send(Ward(), Urgency.Code, "ward").Seconds(10);
        page.TakeOver("Dora");
        page.Seconds(10).Escalate("Ann");
        Assert.Equal("1:00", page.Minutes(2).When(PageEventKind.DeskReached).Split(", ")[0]);
    }

    [Fact]
    public void With_no_step_left_it_goes_back_to_the_desk()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Minutes(11);
        page.TakeOver("Dora");
        page.Minutes(5);
        Assert.Equal(EscalationPhase.AtDesk, page.State.Phase);
        Assert.Equal("16:00", page.When(PageEventKind.DeskRang).Split(", ")[^1]);
    }

    [Fact]
    public void A_page_that_somebody_has_or_that_is_closed_is_not_taken_over()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward");
        page.Acknowledge("Ann");
        Assert.IsType<Outcome.AlreadyAcknowledged>(page.TakeOver("Dora"));
        page.Resolve("Ann");
        Assert.IsType<Outcome.Closed>(page.TakeOver("Dora"));
    }

    private static TestHospital Ward() => new TestHospital().On("ward", "Ann").On("ward", "Ben", tier: 2).On("ward", "Cy", tier: 3).Dispatcher("Dora");
}
