using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Domain.Tests.Rosters;

public sealed class DateOrdersTests
{
    [Theory]
    [InlineData("13/11/2026 07:00", "2026-11-05 07:00")]
    [InlineData("11/13/2026", "2026-05-11", "2026-05-12")]
    [InlineData("13/11/2026", "14/11/2026", "2026-05-11")]
    public void Whole_dates_up_to_the_twelfth_beside_texts_beyond_it_look_half_swapped(params string[] dates)
    {
        var orders = Seen(dates);

        Assert.True(orders.IsHalfSwapped);
        Assert.Null(orders.Decided);
    }

    [Theory]
    [InlineData("13/11/2026", "2026-11-13")]
    [InlineData("13/11/2026", "12/11/2026", "2026-11-05")]
    [InlineData("13/11/2026", "12/11/2026")]
    [InlineData("13/11/2026", "7 Nov 2026")]
    public void Any_date_that_no_spreadsheet_would_have_left_so_settles_it(params string[] dates)
    {
        var orders = Seen(dates);

        Assert.False(orders.IsHalfSwapped);
        Assert.Equal(DateOrder.DayFirst, orders.Decided);
    }

    [Theory]
    [InlineData("1900-01-01 07:00")]
    [InlineData("1 Jan 1999")]
    [InlineData("2100-01-01")]
    [InlineData("昭和64年1月7日")]
    public void A_year_that_no_roster_has_is_no_date(string text) => Assert.Equal(WrittenKind.Unreadable, WrittenTimeText.Read(text).Kind);

    private static DateOrders Seen(string[] dates)
    {
        var orders = new DateOrders();
        foreach (var date in dates)
        {
            orders.See(date);
        }

        return orders;
    }
}
