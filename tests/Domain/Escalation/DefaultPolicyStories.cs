using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>The times of the urgency classes, from acceptance.</summary>
public sealed class DefaultPolicyStories
{
    [Fact]
    public void Unanswered_urgent_page_reaches_tiers_after_2_and_5_minutes_and_the_desk_after_10()
    {
        var page = PageStory.Send(ThreeTiers(), Urgency.Urgent, "cardiology").Minutes(11.5);
        Assert.Equal("0:00 Ann, 2:00 Ben, 5:00 Cy, 10:00 Dora", page.Asked);
        Assert.Equal(EscalationPhase.AtDesk, page.State.Phase);
    }

    [Fact]
    public void Unanswered_critical_result_reaches_tiers_after_5_and_15_minutes_and_the_desk_after_30()
    {
        var page = PageStory.Send(ThreeTiers(), Urgency.CriticalResult, "cardiology").Minutes(31);
        Assert.Equal("0:00 Ann, 5:00 Ben, 15:00 Cy, 30:00 Dora", page.Asked);
    }

    [Fact]
    public void Unanswered_code_reaches_the_next_tier_after_30_seconds_and_the_desk_after_60()
    {
        var page = PageStory.Send(ThreeTiers(), Urgency.Code, "cardiology").Seconds(60);
        Assert.Equal("0:00 Ann, 0:30 Ben, 0:30 Ann again, 1:00 Dora, 1:00 Cy, 1:00 Ann again, 1:00 Ben again", page.Asked);
        Assert.True(page.State.AtDesk);
    }

    [Fact]
    public void Nothing_happens_a_moment_before_a_step_is_due()
    {
        var page = PageStory.Send(ThreeTiers(), Urgency.Urgent, "cardiology").Seconds(119);
        Assert.Equal("0:00 Ann", page.Asked);
        Assert.Equal("2:00", page.Due);
    }

    [Fact]
    public void A_code_at_the_desk_rings_there_every_30_seconds()
    {
        var page = PageStory.Send(ThreeTiers(), Urgency.Code, "cardiology").Minutes(3);
        Assert.Equal("1:00", page.When(PageEventKind.DeskReached));
        Assert.Equal("1:30, 2:00, 2:30, 3:00", page.When(PageEventKind.DeskRang));
    }

    [Theory]
    [InlineData(Urgency.Urgent, "12:00, 14:00, 16:00")]
    [InlineData(Urgency.CriticalResult, "32:00, 34:00, 36:00")]
    public void Other_classes_ring_at_the_desk_every_2_minutes(Urgency urgency, string rings)
    {
        var page = PageStory.Send(ThreeTiers(), urgency, "cardiology").Minutes(urgency == Urgency.Urgent ? 17 : 37);
        Assert.Equal(rings, page.When(PageEventKind.DeskRang));
    }

    [Fact]
    public void A_page_at_the_desk_rings_for_days_until_a_human_closes_it()
    {
        var page = PageStory.Send(ThreeTiers(), Urgency.Urgent, "cardiology").Minutes(24 * 60);
        Assert.Equal("1440:00", page.When(PageEventKind.DeskRang).Split(", ")[^1]);
        Assert.Equal("1442:00", page.Due);
    }

    [Fact]
    public void Everyone_on_a_tier_is_asked_at_once_and_one_acknowledgement_suffices()
    {
        var hospital = ThreeTiers().On("cardiology", "Amy");
        var page = PageStory.Send(hospital, Urgency.Urgent, "cardiology");
        Assert.Equal("0:00 Ann, 0:00 Amy", page.Asked);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Amy"));
        Assert.Equal("never", page.Due);
    }

    [Fact]
    public void A_step_with_nobody_reachable_is_skipped_at_once()
    {
        var hospital = ThreeTiers().Unreachable("Ben");
        var page = PageStory.Send(hospital, Urgency.Urgent, "cardiology").Minutes(2);
        Assert.Equal("0:00 Ann, 2:00 Ben, 2:00 Cy", page.Asked);
        Assert.Equal("2:00", page.When(PageEventKind.Unreachable));
    }

    [Fact]
    public void A_skipped_step_does_not_lengthen_the_way_to_the_next()
    {
        var page = PageStory.Send(ThreeTiers().Unreachable("Ben"), Urgency.Urgent, "cardiology").Minutes(10);
        Assert.Equal("7:00", page.When(PageEventKind.DeskReached));
    }

    [Fact]
    public void A_role_with_one_tier_only_goes_to_the_desk_when_that_tier_is_silent()
    {
        var hospital = new TestHospital().On("ward", "Ann").Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward").Minutes(2);
        Assert.Equal("0:00 Ann, 2:00 Dora", page.Asked);
    }

    [Fact]
    public void An_inactive_person_is_never_asked()
    {
        var page = PageStory.Send(ThreeTiers().Inactive("Ann"), Urgency.Urgent, "cardiology");
        Assert.Equal("0:00 Ben", page.Asked);
    }

    [Fact]
    public void The_sender_is_told_when_the_desk_is_reached()
    {
        var page = PageStory.Send(ThreeTiers(), Urgency.Urgent, "cardiology", sender: "Sam").Minutes(10);
        Assert.Equal("10:00 Sam Notice", page.Told);
    }

    [Fact]
    public void A_page_asks_people_with_one_working_and_one_broken_colleague_and_waits_for_the_one()
    {
        var hospital = ThreeTiers().On("cardiology", "Amy").Unreachable("Amy");
        var page = PageStory.Send(hospital, Urgency.Urgent, "cardiology").Seconds(119);
        Assert.Equal("0:00 Ann, 0:00 Amy", page.Asked);
    }

    private static TestHospital ThreeTiers() => new TestHospital()
        .On("cardiology", "Ann").On("cardiology", "Ben", tier: 2).On("cardiology", "Cy", tier: 3).Dispatcher("Dora");
}
