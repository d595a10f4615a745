using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospital;
using Xunit;

namespace OnCall.Domain.Tests.Escalation;

/// <summary>The last stop.</summary>
public sealed class DeskStories
{
    [Fact]
    public void Those_on_shift_at_the_desk_are_asked_and_not_every_dispatcher()
    {
        var page = AtDesk(new TestHospital().On("desk", "Dee").Dispatcher("Dora").Dispatcher("Dan"));
        Assert.Equal("0:00 Dee", page.Asked);
    }

    [Fact]
    public void With_nobody_on_shift_there_all_dispatchers_are_asked()
    {
        Assert.Equal("0:00 Dora, 0:00 Dan", AtDesk(new TestHospital().Dispatcher("Dora").Dispatcher("Dan")).Asked);
    }

    [Fact]
    public void Someone_asked_at_the_desk_may_take_it()
    {
        Assert.IsType<Outcome.Taken>(AtDesk(new TestHospital().On("desk", "Dee")).Acknowledge("Dee"));
    }

    [Fact]
    public void Whoever_passed_it_on_is_left_in_peace_while_a_colleague_is_there()
    {
        var page = AtDesk(new TestHospital().Dispatcher("Dora").Dispatcher("Dan"));
        page.Decline("Dora");
        Assert.Equal("0:00 Dora, 0:00 Dan, 2:00 Dan again", page.Minutes(2).Asked);
    }

    [Fact]
    public void The_desk_as_a_whole_cannot_pass_it_on()
    {
        var page = AtDesk(new TestHospital().Dispatcher("Dora").Dispatcher("Dan"));
        page.Decline("Dora");
        page.Decline("Dan");
        Assert.Equal("0:00 Dora, 0:00 Dan, 2:00 Dora, 2:00 Dan", page.Minutes(2).Asked);
        Assert.IsType<Outcome.Taken>(page.Acknowledge("Dora"));
    }

    [Fact]
    public void An_empty_desk_is_written_down_and_the_page_goes_on_standing_there()
    {
        var page = AtDesk(new TestHospital());
        Assert.Equal("0:00", page.When(PageEventKind.Unreachable));
        Assert.Equal("2:00", page.Due);
        Assert.Equal("0:00", page.When(PageEventKind.DeskReached));
    }

    [Fact]
    public void An_unreachable_dispatcher_is_written_down_once_and_still_rung()
    {
        var page = AtDesk(new TestHospital().Dispatcher("Dora").Unreachable("Dora")).Minutes(4);
        Assert.Equal("0:00 Dora, 2:00 Dora again, 4:00 Dora again", page.Asked);
        Assert.Equal("0:00", page.When(PageEventKind.Unreachable));
    }

    [Fact]
    public void A_desk_persons_failed_channels_are_told_once_and_rung_again()
    {
        var page = AtDesk(new TestHospital().Dispatcher("Dora")).ChannelsFail("Dora").Minutes(2).ChannelsFail("Dora");
        Assert.Equal("0:00", page.When(PageEventKind.Unreachable));
        Assert.Equal("0:00 Dora, 2:00 Dora again", page.Asked);
    }

    private static PageStory AtDesk(TestHospital hospital) => PageStory.Send(hospital, Urgency.Urgent, "ward");
}
