using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>What a change of who is on does to a page that nobody has taken.</summary>
public sealed class HandoverStories
{
    [Fact]
    public void The_incoming_person_is_asked_at_the_instant_of_the_handover_and_only_the_outgoing_told()
    {
        var page = PageStory.Send(Evening(), Urgency.Urgent, "ward", sender: "Sam").Minutes(1);
        Assert.Equal("0:00 Ann, 1:00 Eve", page.Asked);
        Assert.Equal("1:00 Ann HandedOver", page.Told);
        Assert.Contains(page.Effects, e => e.Effect is Effect.Silence s && s.Person == page.Hospital.Person("Ann"));
    }

    [Fact]
    public void Timers_do_not_restart()
    {
        var page = PageStory.Send(Evening(), Urgency.Urgent, "ward").Minutes(2);
        Assert.Equal("0:00 Ann, 1:00 Eve, 2:00 Ben", page.Asked);
    }

    [Fact]
    public void A_tier_not_reached_yet_is_not_asked_by_its_handover()
    {
        var hospital = new TestHospital().On("ward", "Ann").On("ward", "Ben", tier: 2, to: 1).On("ward", "Bob", tier: 2, from: 1);
        Assert.Equal("0:00 Ann", PageStory.Send(hospital, Urgency.Urgent, "ward").Minutes(1.5).Asked);
    }

    [Fact]
    public void Every_tier_reached_so_far_is_handed_over()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 3).On("ward", "Eve", from: 3)
            .On("ward", "Ben", tier: 2, to: 3).On("ward", "Bob", tier: 2, from: 3);
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward").Minutes(3);
        Assert.Equal("0:00 Ann, 2:00 Ben, 3:00 Eve, 3:00 Bob", page.Asked);
        Assert.Equal("3:00 Ann HandedOver, 3:00 Ben HandedOver", page.Told);
    }

    [Fact]
    public void Who_stays_on_is_neither_asked_again_nor_told()
    {
        var page = PageStory.Send(Evening().On("ward", "Amy"), Urgency.Urgent, "ward").Minutes(1);
        Assert.Equal("0:00 Ann, 0:00 Amy, 1:00 Eve", page.Asked);
        Assert.Equal("1:00 Ann HandedOver", page.Told);
    }

    [Fact]
    public void A_reply_after_the_handover_is_recorded_and_answered_with_who_has_it_now()
    {
        var page = PageStory.Send(Evening(), Urgency.Urgent, "ward").Minutes(1.5);
        var answer = Assert.IsType<Outcome.HandedOver>(page.Acknowledge("Ann"));
        Assert.Equal([page.Hospital.Person("Eve")], answer.To);
        Assert.IsType<Outcome.HandedOver>(page.Decline("Ann"));
        Assert.Equal("1:30, 1:30", page.When(PageEventKind.Reply));
        Assert.True(page.State.IsOpen);
    }

    [Fact]
    public void Back_on_shift_they_are_asked_anew_and_may_take_it()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 1).On("ward", "Eve", from: 1, to: 2).On("ward", "Ann", from: 2).Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.CriticalResult, "ward").Minutes(2);
        Assert.Equal("0:00 Ann, 1:00 Eve, 2:00 Ann", page.Asked);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann", readBack: "6.9"));
    }

    [Fact]
    public void A_publication_that_changes_who_is_on_now_is_a_handover()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Seconds(20).Change(h => h.Off("ward", "Ann").On("ward", "Amy"));
        Assert.Equal("0:00 Ann, 0:20 Amy", page.Asked);
        Assert.Equal("0:20 Ann HandedOver", page.Told);
    }

    [Fact]
    public void A_cover_is_a_handover()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Seconds(20).Change(h => h.Cover("ward", "Amy", instead: "Ann"));
        Assert.Equal("0:00 Ann, 0:20 Amy", page.Asked);
        Assert.Equal("0:20 Ann HandedOver", page.Told);
    }

    [Fact]
    public void A_change_that_no_sweep_has_seen_yet_is_a_handover_for_whoever_moves_the_page_first()
    {
        Assert.Equal("0:00 Ann, 0:00 Ada, 0:20 Amy", Unseen(p => p.Decline("Ada")).Asked);
        Assert.Equal("0:00 Ann, 0:00 Ada, 0:20 Amy", Unseen(p => p.TakeOver("Dora")).Asked);
        Assert.Equal("0:00 Ann, 0:00 Ada, 0:20 Amy, 0:20 Ben", Unseen(p => p.Escalate("Dora")).Asked);
        Assert.Equal("0:00 Ann, 0:00 Ada, 0:20 Amy", Unseen(p => p.Acknowledge("Ada"), Policies.Of(Policies.Tier(1, need: 2))).Asked);
    }

    [Fact]
    public void A_change_elsewhere_asks_nobody()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Seconds(20).Change(h => h.On("lab", "Lea"));
        Assert.Equal("0:00 Ann", page.Asked);
    }

    [Fact]
    public void Someone_made_inactive_is_no_longer_waited_for()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Seconds(20).Change(h => h.Inactive("Ann"));
        Assert.Equal("0:00 Ann, 0:20 Ben", page.Asked);
        Assert.Equal("", page.Told);
    }

    [Fact]
    public void A_named_backup_made_inactive_is_no_longer_waited_for()
    {
        var hospital = Ward();
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Backup(hospital, "Bea", 600), Policies.Tier(1))).Seconds(20).Change(h => h.Inactive("Bea"));
        Assert.Equal("0:00 Bea, 0:20 Ann", page.Asked);
    }

    [Fact]
    public void When_nobody_comes_the_next_step_starts_at_once()
    {
        var page = PageStory.Send(new TestHospital().On("ward", "Ann", to: 1).On("ward", "Ben", tier: 2), Urgency.Urgent, "ward").Minutes(1);
        Assert.Equal("0:00 Ann, 1:00 Ben", page.Asked);
    }

    [Fact]
    public void An_unreachable_incoming_person_is_not_waited_for()
    {
        var page = PageStory.Send(Evening().Unreachable("Eve"), Urgency.Urgent, "ward").Minutes(1);
        Assert.Equal("0:00 Ann, 1:00 Eve, 1:00 Ben", page.Asked);
    }

    [Fact]
    public void Who_comes_on_for_an_earlier_tier_does_not_hold_up_the_current_step()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 3).On("ward", "Eve", from: 3).On("ward", "Ben", tier: 2).On("ward", "Cy", tier: 3);
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward").Minutes(4);
        page.Decline("Ben");
        Assert.Equal("0:00 Ann, 2:00 Ben, 3:00 Eve, 4:00 Cy", page.Asked);
    }

    [Fact]
    public void Who_moves_to_a_tier_not_reached_yet_is_asked_again_when_that_tier_is()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 1).On("ward", "Eve", from: 1).On("ward", "Ann", tier: 2, from: 1);
        Assert.Equal("0:00 Ann, 1:00 Eve, 2:00 Ann", PageStory.Send(hospital, Urgency.Urgent, "ward").Minutes(2).Asked);
    }

    [Fact]
    public void An_acknowledged_page_is_not_handed_over()
    {
        var page = PageStory.Send(Evening(), Urgency.Urgent, "ward");
        page.Acknowledge("Ann");
        Assert.Equal("0:00 Ann", page.Minutes(60).Asked);
    }

    [Fact]
    public void The_desk_hands_over_too()
    {
        var hospital = Ward().On("desk", "Dora", to: 13).On("desk", "Dan", from: 13);
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Desk())).Minutes(13);
        Assert.EndsWith("12:00 Dora again, 13:00 Dan", page.Asked, StringComparison.Ordinal);
        Assert.Equal("13:00 Dora HandedOver", page.Told);
    }

    [Fact]
    public void Whose_shift_ends_while_they_sit_at_the_desk_goes_on_being_asked_there()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 3).On("desk", "Ann").On("ward", "Ben", tier: 2);
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1, wait: 60), Policies.Desk())).Minutes(5);
        Assert.Equal("0:00 Ann, 1:00 Ann again, 3:00 Ann again, 5:00 Ann again", page.Asked);
        Assert.Equal("", page.Told);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann"));
    }

    [Fact]
    public void Whose_shift_ended_earlier_and_who_is_at_the_desk_now_is_not_sent_away_again()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 1).On("ward", "Eve", from: 1).On("desk", "Ann", from: 1);
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1, wait: 120), Policies.Desk())).Minutes(6);
        Assert.Equal("0:00 Ann, 1:00 Eve, 2:00 Ann, 4:00 Ann again, 6:00 Ann again", page.Asked);
        Assert.Equal("1:00 Ann HandedOver", page.Told);
    }

    // What a move writes it writes under the roster as it is now: nobody looks again for what that roster changed.
    private static PageStory Unseen(Action<PageStory> move, EscalationPolicy? policy = null)
    {
        var page = PageStory.Send(Ward().On("ward", "Ada"), Urgency.Urgent, "ward", policy).Seconds(20);
        page.Hospital.Off("ward", "Ann").On("ward", "Amy");
        move(page);
        Assert.Equal(Standing.ShiftEnded, page.Responder("Ann")!.Standing);
        Assert.Equal("0:20 Ann HandedOver", page.Told);
        return page;
    }

    private static TestHospital Ward() => new TestHospital().On("ward", "Ann").On("ward", "Ben", tier: 2).Dispatcher("Dora");

    private static TestHospital Evening() =>
        new TestHospital().On("ward", "Ann", to: 1).On("ward", "Eve", from: 1).On("ward", "Ben", tier: 2).Dispatcher("Dora");
}
