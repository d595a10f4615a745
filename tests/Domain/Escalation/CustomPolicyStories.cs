using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>A hospital's own policy.</summary>
public sealed class CustomPolicyStories
{
    [Fact]
    public void A_policys_waits_replace_the_classs()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1, wait: 45), Policies.Tier(2, wait: 15), Policies.Desk())).Minutes(1);
        Assert.Equal("0:00 Ann, 0:45 Ben, 1:00 Dora", page.Asked);
    }

    [Fact]
    public void A_code_waits_30_seconds_at_most_and_is_at_the_desk_by_60_whatever_the_policy_says()
    {
        var policy = Policies.Of(Policies.Tier(1, wait: 600, repeat: 5), Policies.Desk());
        var page = PageStory.Send(Hospital(), Urgency.Code, "ward", policy).Minutes(1);
        Assert.Equal("0:00, 0:30, 1:00", page.When(PageEventKind.StepStarted));
        Assert.Equal("1:00", page.When(PageEventKind.DeskReached));
        Assert.Equal("0:00 Ann, 0:30 Ann again, 1:00 Dora, 1:00 Ann again", page.Asked);
    }

    [Fact]
    public void A_code_takes_a_policys_shorter_wait()
    {
        var page = PageStory.Send(Hospital(), Urgency.Code, "ward", Policies.Of(Policies.Tier(1, wait: 10), Policies.Desk())).Seconds(10);
        Assert.Equal("0:00 Ann, 0:10 Dora", page.Asked);
    }

    [Fact]
    public void A_policy_without_the_desk_ends_there_all_the_same()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1, wait: 60))).Minutes(1);
        Assert.Equal("0:00 Ann, 1:00 Dora", page.Asked);
    }

    [Fact]
    public void An_empty_policy_is_the_desk()
    {
        Assert.Equal("0:00 Dora", PageStory.Send(Hospital(), Urgency.Urgent, "ward", Policies.Of()).Asked);
    }

    [Fact]
    public void A_repeated_step_reads_the_roster_again_each_time()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1, wait: 60, repeat: 2), Policies.Desk()))
            .Seconds(30)
            .Change(h => h.On("ward", "Amy"))
            .Minutes(2.5);
        Assert.Equal("0:00 Ann, 0:30 Amy, 1:00 Ann again, 1:00 Amy again, 2:00 Ann again, 2:00 Amy again, 3:00 Dora", page.Asked);
    }

    [Fact]
    public void Repeats_are_further_runs_and_not_the_first_one()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1, wait: 60, repeat: 1), Policies.Desk())).Minutes(2);
        Assert.Equal("0:00 Ann, 1:00 Ann again, 2:00 Dora", page.Asked);
    }

    [Fact]
    public void A_role_target_is_tier_1_of_that_role_or_of_the_pages_own()
    {
        var hospital = Hospital().On("lab", "Lea").On("lab", "Lou", tier: 2);
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Role(hospital, "lab", wait: 60), Policies.OwnRole(60))).Minutes(1);
        Assert.Equal("0:00 Lea, 1:00 Ann", page.Asked);
    }

    [Fact]
    public void A_named_backup_is_asked_off_shift_and_marked_so()
    {
        var hospital = Hospital();
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Backup(hospital, "Bea", 60), Policies.Desk()));
        Assert.Equal("0:00 Bea", page.Asked);
        Assert.Contains(page.Effects, e => e.Effect is Effect.Record { Kind: PageEventKind.Notified } r && r.Detail.Contains("on shift or not", StringComparison.Ordinal));
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Bea"));
    }

    [Fact]
    public void A_named_backup_who_is_also_on_shift_is_asked_once_and_stays_when_the_shift_ends()
    {
        var hospital = new TestHospital().On("ward", "Ann", to: 1).Dispatcher("Dora");
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Backup(hospital, "Ann", 300).And(Policies.Tier(1)), Policies.Desk())).Minutes(2);
        Assert.Equal("0:00 Ann", page.Asked);
        Assert.Equal("", page.Told);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Ann"));
    }

    [Fact]
    public void An_inactive_named_backup_is_passed_by_and_the_trail_says_so()
    {
        var hospital = Hospital().Inactive("Bea");
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Backup(hospital, "Bea"), Policies.Tier(1)));
        Assert.Equal("0:00 Ann", page.Asked);
        Assert.Equal("0:00", page.When(PageEventKind.Unreachable));
    }

    [Fact]
    public void The_desk_in_the_middle_rings_there_and_the_steps_go_on()
    {
        var policy = Policies.Of(Policies.Tier(1, wait: 60), Policies.Desk(wait: 60), Policies.Tier(2, wait: 60));
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward", policy).Minutes(2);
        Assert.Equal("0:00 Ann, 1:00 Dora, 2:00 Ben", page.Asked);
    }

    [Fact]
    public void A_desk_step_with_nobody_at_the_desk_is_skipped_at_once()
    {
        var hospital = new TestHospital().On("ward", "Ann").On("ward", "Ben", tier: 2);
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Desk(wait: 60), Policies.Tier(2, wait: 60)));
        Assert.Equal("0:00 Ben", page.Asked);
    }

    [Fact]
    public void Someone_on_two_targets_of_a_step_is_asked_once()
    {
        var hospital = Hospital().On("lab", "Ann");
        var page = PageStory.Send(hospital, Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1).And(Policies.Role(hospital, "lab"))));
        Assert.Equal("0:00 Ann", page.Asked);
    }

    [Fact]
    public void A_wait_of_nothing_lasts_a_second()
    {
        var page = PageStory.Send(Hospital(), Urgency.Urgent, "ward", Policies.Of(Policies.Tier(1, wait: 0), Policies.Tier(2, wait: 0))).Seconds(2);
        Assert.Equal("0:00 Ann, 0:01 Ben, 0:02 Dora", page.Asked);
    }

    private static TestHospital Hospital() => new TestHospital().On("ward", "Ann").On("ward", "Ben", tier: 2).Dispatcher("Dora");
}
