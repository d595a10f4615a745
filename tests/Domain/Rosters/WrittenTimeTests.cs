using NodaTime;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Domain.Tests.Rosters;

public sealed class WrittenTimeTests
{
    [Theory]
    [InlineData("2026-10-12T07:00")]
    [InlineData("2026-10-12 07:00")]
    [InlineData("2026-10-12 07:00:00")]
    [InlineData("2026-10-12T07:00:00.000")]
    [InlineData("2026/10/12 7:00")]
    [InlineData("20261012 07:00")]
    [InlineData("20261012T07:00")]
    [InlineData("12.10.2026 07:00")]
    [InlineData("12 Oct 2026 07:00")]
    [InlineData("12-Oct-2026 7:00 AM")]
    [InlineData("12 October 2026 7:00am")]
    [InlineData("October 12, 2026 07:00")]
    [InlineData("  2026-10-12   07:00 ")]
    [InlineData("Mon 12 Oct 2026, 7 am")]
    [InlineData("Monday, October 12, 2026 07:00")]
    [InlineData("12-Oct-26 0700")]
    [InlineData("12.10.2026 7:00 Uhr")]
    [InlineData("12.10.2026 07h00")]
    [InlineData("２０２６／１０／１２（月）　７：００")]
    [InlineData("2026年10月12日 午前7時")]
    [InlineData("2026年10月12日月曜日7時00分")]
    [InlineData("令和8年10月12日(月) 7:00")]
    [InlineData("㋿8年10月12日 7:00")]
    [InlineData("R8.10.12 07:00")]
    [InlineData("2026年10月12日 星期一 上午7点")]
    [InlineData("2026年10月12号 7點00分")]
    public void One_time_may_be_written_in_many_ways(string text)
    {
        var reading = WrittenTimeText.Read(text);

        Assert.Equal(WrittenKind.DateAndTime, reading.Kind);
        Assert.Equal(new WrittenTime(new LocalDateTime(2026, 10, 12, 7, 0), null), reading.Time);
    }

    [Theory]
    [InlineData("2026-10-12T07:00Z", 0)]
    [InlineData("2026-10-12T07:00:00+02:00", 120)]
    [InlineData("2026-10-12 07:00 -0530", -330)]
    [InlineData("2026-10-12T07:00+09", 540)]
    public void An_offset_is_kept(string text, int minutes) =>
        Assert.Equal(new WrittenTime(new LocalDateTime(2026, 10, 12, 7, 0), Offset.FromSeconds(minutes * 60)), WrittenTimeText.Read(text).Time);

    [Theory]
    [InlineData("12/10/2026 07:00", DateOrder.DayFirst)]
    [InlineData("10/12/2026 07:00", DateOrder.MonthFirst)]
    [InlineData("26/10/12 07:00", DateOrder.YearFirst)]
    [InlineData("12.10.26 07:00", DateOrder.DayFirst)]
    [InlineData("月曜日 12-10-26 07:00", DateOrder.DayFirst)]
    public void A_date_of_three_numbers_is_read_in_the_order_that_is_told(string text, DateOrder order) =>
        Assert.Equal(new LocalDateTime(2026, 10, 12, 7, 0), WrittenTimeText.Read(text, order).Time.Local);

    [Theory]
    [InlineData("13/10/2026", DateOrder.MonthFirst)]
    [InlineData("12.10.26", DateOrder.MonthFirst)]
    [InlineData("12/10/2026", DateOrder.YearFirst)]
    [InlineData("12/10/76", DateOrder.DayFirst)]
    public void What_is_no_date_in_that_order_is_not_read(string text, DateOrder order) => Assert.Equal(WrittenKind.Unreadable, WrittenTimeText.Read(text, order).Kind);

    [Fact]
    public void Midnight_at_the_end_of_a_day_is_the_start_of_the_next() =>
        Assert.Equal(new LocalDateTime(2027, 1, 1, 0, 0), WrittenTimeText.Read("2026-12-31 24:00").Time.Local);

    [Theory]
    [InlineData("2026-10-12")]
    [InlineData("12.10.2026")]
    public void A_date_alone_is_told_from_a_time(string text) => Assert.Equal(WrittenKind.DateOnly, WrittenTimeText.Read(text).Kind);

    [Theory]
    [InlineData("12/10/2026 07:00")]
    [InlineData("25/10/2026 07:00")]
    [InlineData("10/25/2026")]
    [InlineData("1-2-2026 07:00")]
    [InlineData("12.10.26 07:00")]
    [InlineData("(Mon) 1/2/26")]
    public void Day_and_month_are_never_guessed(string text) => Assert.Equal(WrittenKind.Ambiguous, WrittenTimeText.Read(text).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2026-02-30 07:00")]
    [InlineData("2026-13-01 07:00")]
    [InlineData("2026-10-12 25:00")]
    [InlineData("2026-10-12 24:01")]
    [InlineData("2026-10-12 07:60")]
    [InlineData("2026-10-12 13:00 PM")]
    [InlineData("2026-10-12 07:00+19:00")]
    [InlineData("07:00")]
    [InlineData("46307.29")]
    [InlineData("0001-01-01 00:00")]
    [InlineData("９９９９-01-01 00:00")]
    public void Nonsense_is_not_read(string text) => Assert.Equal(WrittenKind.Unreadable, WrittenTimeText.Read(text).Kind);

    [Theory]
    [InlineData("07:00", 25200)]
    [InlineData("0700", 25200)]
    [InlineData("7:00 pm", 68400)]
    [InlineData("12 am", 0)]
    [InlineData("24:00", 86400)]
    [InlineData("00:00:30", 30)]
    [InlineData("730", 27000)]
    [InlineData("7.30", 27000)]
    [InlineData("7h", 25200)]
    [InlineData("7:30 p.m.", 70200)]
    [InlineData("午後7時半", 70200)]
    [InlineData("午前12時", 0)]
    [InlineData("午後0時", 43200)]
    [InlineData("下午3点15分", 54900)]
    [InlineData("２４：００", 86400)]
    public void A_time_of_day_may_be_written_in_many_ways(string text, int seconds) => Assert.Equal(seconds * 1000, WrittenTimeText.ReadTime(text));

    [Fact]
    public void A_fraction_of_a_second_is_kept_to_the_millisecond() =>
        Assert.Equal(new LocalDateTime(2026, 10, 12, 7, 0, 0, 125), WrittenTimeText.Read("2026-10-12T07:00:00.1259Z").Time.Local);

    [Theory]
    [InlineData("7")]
    [InlineData("24:30")]
    [InlineData("2400x")]
    [InlineData("13 pm")]
    [InlineData("2460")]
    [InlineData("0 am")]
    [InlineData("午後13時")]
    [InlineData("0.30")]
    public void Nonsense_is_no_time_of_day(string text) => Assert.Null(WrittenTimeText.ReadTime(text));
}
