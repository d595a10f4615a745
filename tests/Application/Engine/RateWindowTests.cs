using NodaTime;
using OnCall.Domain.Paging;
using OnCall.Scheduler;
using OnCall.Testing;
using Xunit;

namespace OnCall.Application.Tests.Engine;

public sealed class RateWindowTests
{
    private static readonly Duration Window = Duration.FromMilliseconds(1010);
    private readonly ManualTime _time = new(Instant.FromUtc(2026, 11, 23, 9, 0));

    [Fact]
    public void What_is_held_up_on_its_way_counts_from_when_it_leaves()
    {
        var window = new RateWindow(10, _time);
        window.Claim(10);
        _time.Advance(Window);
        Assert.Equal(0, window.Free(Urgency.Code));
        Leave(window, 10);
        _time.Advance(Window - Duration.FromMilliseconds(1));
        Assert.Equal(0, window.Free(Urgency.Code));
        _time.Advance(Duration.FromMilliseconds(1));
        Assert.Equal(10, window.Free(Urgency.Code));
    }

    [Fact]
    public void What_is_not_sent_after_all_leaves_its_place_to_another()
    {
        var window = new RateWindow(10, _time);
        window.Claim(10);
        Leave(window, 7);
        window.Drop();
        Assert.Equal((1, 0), (window.Free(Urgency.Code), window.Free(Urgency.Urgent)));
    }

    [Theory]
    [InlineData(10, 0, 500)]
    [InlineData(9, 1, 500)]
    [InlineData(0, 10, 1010)]
    [InlineData(0, 0, 0)]
    public void It_tells_when_there_is_room_again(int left, int claimed, int waits)
    {
        var window = new RateWindow(10, _time);
        window.Claim(left + claimed);
        Leave(window, left);
        _time.Advance(left > 0 ? Duration.FromMilliseconds(510) : Duration.Zero);
        Assert.Equal(TimeSpan.FromMilliseconds(waits), window.Wait(Urgency.Code));
    }

    [Fact]
    public void What_ran_out_while_nobody_looked_is_room_now()
    {
        var window = new RateWindow(1, _time);
        window.Claim(1);
        Leave(window, 1);
        _time.Advance(Window + Duration.FromMilliseconds(5));
        Assert.Equal(TimeSpan.Zero, window.Wait(Urgency.Code));
    }

    private static void Leave(RateWindow window, int count)
    {
        for (var i = 0; i < count; i++)
        {
            window.Leave();
        }
    }
}
