using OnCall.Application.Paging;
using Xunit;

namespace OnCall.Application.Tests.Paging;

public sealed class SweepPaceTests
{
    private readonly SweepPace _pace = new(500);

    [Fact]
    public void What_comes_too_late_is_halved_until_it_goes_by_itself()
    {
        var sizes = new List<int>();
        while (_pace.Most > 1)
        {
            _pace.Late(_pace.Most);
            sizes.Add(_pace.Most);
        }

        _pace.Late(1);
        Assert.Equal([250, 125, 62, 31, 15, 7, 3, 1], sizes);
        Assert.Equal(1, _pace.Most);
    }

    [Fact]
    public void What_was_late_alone_takes_the_pace_down_with_it()
    {
        _pace.Late(8);
        Assert.Equal(4, _pace.Most);
    }

    [Fact]
    public void A_database_that_was_away_halves_a_large_claim_and_says_nothing_of_small_ones()
    {
        _pace.Away(1);
        _pace.Away(250);
        Assert.Equal(500, _pace.Most);

        _pace.Away(500);
        Assert.Equal(250, _pace.Most);
    }

    [Fact]
    public void Only_a_full_claim_in_time_lets_more_be_claimed_and_never_more_than_the_most()
    {
        _pace.Late(8);
        _pace.InTime(3);
        _pace.InTime(8);
        Assert.Equal(4, _pace.Most);

        for (var full = 0; full < 40; full++)
        {
            _pace.InTime(_pace.Most);
        }

        Assert.Equal(500, _pace.Most);
    }
}
