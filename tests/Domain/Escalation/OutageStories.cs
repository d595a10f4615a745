using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>The engine stood still and comes back.</summary>
public sealed class OutageStories
{
    [Fact]
    public void The_overdue_step_runs_at_once_later_waits_count_from_then_and_the_desk_is_told()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Outage(20);
        Assert.Equal("0:00 Ann, 20:00 Ben", page.Asked);
        Assert.Equal("20:00 Dora Notice", page.Told);
        Assert.Equal("20:00", page.When(PageEventKind.RanLate));
        Assert.Equal("23:00", page.Due);
        Assert.Equal("0:00 Ann, 20:00 Ben, 23:00 Cy", page.Minutes(3).Asked);
    }

    [Fact]
    public void A_sweep_that_is_a_little_late_keeps_the_classs_times()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Outage(2.1);
        Assert.Equal("5:00", page.Due);
        Assert.Equal("", page.When(PageEventKind.RanLate));
    }

    [Fact]
    public void A_step_whose_whole_time_a_late_sweep_missed_gets_its_time()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1, wait: 3), Policies.Tier(2, wait: 3), Policies.Tier(3, wait: 3))).Outage(0.15);
        Assert.Equal("0:00 Ann, 0:09 Ben", page.Asked);
        Assert.Equal("0:12", page.Due);
    }

    [Fact]
    public void A_codes_desk_is_rung_at_once_when_it_is_overdue()
    {
        var page = PageStory.Send(Ward(), Urgency.Code, "ward").Outage(5);
        Assert.Equal("0:00 Ann, 5:00 Dora, 5:00 Ben, 5:00 Ann again", page.Asked);
        Assert.Equal("5:30", page.Due);
    }

    [Fact]
    public void A_handover_missed_meanwhile_is_made_good_before_the_step_runs()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 1).On("ward", "Eve", from: 1).On("ward", "Ben", tier: 2).Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward").Outage(3);
        Assert.Equal("0:00 Ann, 3:00 Eve, 3:00 Ben", page.Asked);
        Assert.Equal("3:00 Ann HandedOver, 3:00 Dora Notice", page.Told);
    }

    [Fact]
    public void A_take_over_that_ended_meanwhile_rings_the_desk_and_keeps_what_was_left_of_the_step()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Minutes(1);
        page.TakeOver("Dora");
        page.Outage(30);
        Assert.Equal("0:00 Ann, 31:00 Dora", page.Asked);
        Assert.Equal("0:00 Ann, 31:00 Dora, 32:00 Ben", page.Minutes(1).Asked);
    }

    [Fact]
    public void A_page_at_the_desk_rings_once_for_all_the_rings_that_were_missed()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward", Policies.Of(Policies.Desk())).Outage(61);
        Assert.Equal("0:00 Dora, 61:00 Dora again", page.Asked);
        Assert.Equal("63:00", page.Due);
    }

    [Fact]
    public void The_note_to_the_desk_never_rings()
    {
        var page = PageStory.Send(Ward(), Urgency.Urgent, "ward").Outage(20);
        Assert.Contains(page.Effects, e => e.Effect is Effect.Tell { Purpose: NotificationPurpose.Notice } t && t.Person == page.Hospital.Person("Dora"));
        Assert.DoesNotContain("Dora", page.Asked, StringComparison.Ordinal);
    }

    private static TestHospital Ward() => new TestHospital().On("ward", "Ann").On("ward", "Ben", tier: 2).On("ward", "Cy", tier: 3).Dispatcher("Dora");
}
