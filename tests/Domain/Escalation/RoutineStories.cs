using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>A routine page waits for free hands and never rings.</summary>
public sealed class RoutineStories
{
    [Fact]
    public void It_runs_no_steps_even_under_a_policy()
    {
        var page = PageStory.Send(Ward().On("ward", "Ben", tier: 2), Urgency.Routine, "ward", Policies.Of(Policies.Tier(1, wait: 60), Policies.Tier(2, wait: 60))).Minutes(239);
        Assert.Equal("0:00 Ann", page.Asked);
        Assert.False(page.State.AtDesk);
    }

    [Fact]
    public void Unacknowledged_for_4_hours_it_stands_on_the_board_and_rings_nobody()
    {
        var page = PageStory.Send(Ward(), Urgency.Routine, "ward", sender: "Sam").Minutes(600);
        Assert.Equal("240:00", page.When(PageEventKind.DeskReached));
        Assert.Equal("", page.When(PageEventKind.DeskRang));
        Assert.Equal("0:00 Ann", page.Asked);
        Assert.Equal("240:00 Sam Notice", page.Told);
        Assert.True(page.State.IsOpen);
    }

    [Fact]
    public void It_passes_quietly_to_the_incoming_people()
    {
        var page = PageStory.Send(Handover(), Urgency.Routine, "ward").Minutes(60);
        Assert.Equal("0:00 Ann, 60:00 Ben", page.Asked);
        Assert.Equal("60:00 Ann HandedOver", page.Told);
        Assert.False(page.State.AtDesk);
    }

    [Fact]
    public void The_4_hours_are_not_restarted_by_a_handover()
    {
        Assert.Equal("240:00", PageStory.Send(Handover(), Urgency.Routine, "ward").Minutes(300).When(PageEventKind.DeskReached));
    }

    [Fact]
    public void Uncovered_it_stands_on_the_board_at_once_silently()
    {
        var page = PageStory.Send(new TestHospital().WithRole("ward").Dispatcher("Dora"), Urgency.Routine, "ward", sender: "Sam").Minutes(60);
        Assert.True(page.State.AtDesk);
        Assert.Equal("0:00", page.When(PageEventKind.DeskReached));
        Assert.Equal("", page.Asked);
        Assert.Equal("0:00 Sam Notice", page.Told);
    }

    [Fact]
    public void Uncovered_with_a_fallback_both_the_fallback_and_the_board_have_it()
    {
        var page = PageStory.Send(new TestHospital().WithRole("ward", fallback: "house").On("house", "Hal"), Urgency.Routine, "ward");
        Assert.Equal("0:00 Hal", page.Asked);
        Assert.True(page.State.AtDesk);
    }

    [Fact]
    public void Passed_on_by_everyone_it_stands_on_the_board_at_once()
    {
        var page = PageStory.Send(Ward(), Urgency.Routine, "ward").Minutes(5);
        Assert.IsType<Outcome.Done>(page.Decline("Ann"));
        Assert.Equal("5:00", page.When(PageEventKind.DeskReached));
        Assert.Equal("0:00 Ann", page.Asked);
    }

    [Fact]
    public void A_shift_that_ends_in_a_gap_puts_it_on_the_board_at_that_instant()
    {
        var page = PageStory.Send(new TestHospital().On("ward", "Ann", to: 30).Dispatcher("Dora"), Urgency.Routine, "ward").Minutes(60);
        Assert.Equal("30:00", page.When(PageEventKind.DeskReached));
        Assert.Equal("0:00 Ann", page.Asked);
    }

    [Fact]
    public void With_tier_1_empty_the_next_tier_sees_it_and_so_does_whoever_comes_on_tier_1()
    {
        var page = PageStory.Send(new TestHospital().On("ward", "Ben", tier: 2).On("ward", "Ann", from: 10), Urgency.Routine, "ward").Minutes(10);
        Assert.Equal("0:00 Ben, 10:00 Ann", page.Asked);
    }

    [Fact]
    public void Someone_without_any_verified_method_still_has_the_inbox()
    {
        var page = PageStory.Send(Ward().Unreachable("Ann"), Urgency.Routine, "ward");
        Assert.False(page.State.AtDesk);
        Assert.Equal("", page.When(PageEventKind.Unreachable));
    }

    [Fact]
    public void Going_on_now_puts_it_on_the_board_silently()
    {
        var page = PageStory.Send(Ward(), Urgency.Routine, "ward");
        Assert.IsType<Outcome.Done>(page.Escalate("Sam"));
        Assert.True(page.State.AtDesk);
        Assert.Equal("0:00 Ann", page.Asked);
    }

    [Fact]
    public void A_take_over_that_ends_leaves_it_on_the_board_silently()
    {
        var page = PageStory.Send(Ward(), Urgency.Routine, "ward");
        page.TakeOver("Dora");
        page.Minutes(20);
        Assert.Equal("5:00", page.When(PageEventKind.DeskReached));
        Assert.Equal(EscalationPhase.Standing, page.State.Phase);
        Assert.Equal("0:00 Ann", page.Asked);
    }

    [Fact]
    public void It_is_taken_and_closed_like_any_other()
    {
        var page = PageStory.Send(Ward(), Urgency.Routine, "ward");
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann"));
        Assert.Equal("never", page.Due);
    }

    private static TestHospital Ward() => new TestHospital().On("ward", "Ann").Dispatcher("Dora");

    private static TestHospital Handover() => new TestHospital().On("ward", "Ann", to: 60).On("ward", "Ben", from: 60).Dispatcher("Dora");
}
