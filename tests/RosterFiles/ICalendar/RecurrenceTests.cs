using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

/// <summary>Rules by the examples of RFC 5545 section 3.8.5.3 and by what rosters need.</summary>
public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("19970902", "FREQ=DAILY;COUNT=3", "1997-09-02 1997-09-03 1997-09-04")]
    [InlineData("19970902", "FREQ=DAILY;INTERVAL=10;COUNT=3", "1997-09-02 1997-09-12 1997-09-22")]
    [InlineData("19970902", "FREQ=WEEKLY;UNTIL=19970917T000000;WKST=SU;BYDAY=TU,TH", "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16")]
    [InlineData("19970901", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19970920T000000;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19")]
    [InlineData("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05 1997-08-10 1997-08-19 1997-08-24")]
    [InlineData("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05 1997-08-17 1997-08-19 1997-08-31")]
    [InlineData("19970905", "FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "1997-09-05 1997-10-03 1997-11-07")]
    [InlineData("19970907", "FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU", "1997-09-07 1997-09-28 1997-11-02 1997-11-30")]
    [InlineData("19970928", "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "1997-09-28 1997-10-29 1997-11-28")]
    [InlineData("19970930", "FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", "1997-09-30 1997-10-01 1997-10-31 1997-11-01")]
    [InlineData("19980213", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "1998-02-13 1998-03-13 1998-11-13")]
    [InlineData("19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04 1997-10-07 1997-11-06")]
    [InlineData("19970929", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", "1997-09-29 1997-10-30 1997-11-27")]
    [InlineData("20070115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30")]
    [InlineData("20260131", "FREQ=MONTHLY;COUNT=3", "2026-01-31 2026-03-31 2026-05-31")]
    [InlineData("19970610", "FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "1997-06-10 1997-07-10 1998-06-10 1998-07-10")]
    [InlineData("19970101", "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200", "1997-01-01 1997-04-10 1997-07-19 2000-01-01")]
    [InlineData("19970519", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19 1998-05-18 1999-05-17")]
    [InlineData("19970512", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "1997-05-12 1998-05-11 1999-05-17")]
    [InlineData("19970512", "FREQ=YEARLY;BYWEEKNO=20;COUNT=3", "1997-05-12 1998-05-11 1999-05-17")]
    [InlineData("19961105", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3", "1996-11-05 2000-11-07 2004-11-02")]
    [InlineData("20240229", "FREQ=YEARLY;COUNT=3", "2024-02-29 2028-02-29 2032-02-29")]
    [InlineData("20260101", "FREQ=DAILY;UNTIL=20260103", "2026-01-01 2026-01-02 2026-01-03")]
    [InlineData("20260101", "FREQ=DAILY;UNTIL=20260103T090000Z;", "2026-01-01 2026-01-02 2026-01-03")]
    [InlineData("20260101", "freq=daily;byday=sa,su;count=3", "2026-01-01 2026-01-03 2026-01-04")]
    public void A_rule_is_followed(string start, string rule, string days) => Assert.Equal(
        days.Split(' ').Select(day => day + "T09:00"),
        Calendar.Starts(Calendar.Event($"DTSTART:{start}T090000", "DURATION:PT1H", $"RRULE:{rule}")));

    [Theory]
    [InlineData("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000", "09:00 12:00 15:00")]
    [InlineData("FREQ=DAILY;BYHOUR=9,21;BYMINUTE=0,30;COUNT=4", "09:00 09:30 21:00 21:30")]
    [InlineData("FREQ=HOURLY;BYHOUR=9,13,15;COUNT=3", "09:00 13:00 15:00")]
    [InlineData("FREQ=HOURLY;BYMINUTE=0,20;COUNT=3", "09:00 09:20 10:00")]
    public void A_rule_may_come_several_times_a_day(string rule, string times) => Assert.Equal(
        times.Split(' ').Select(time => "1997-09-02T" + time),
        Calendar.Starts(Calendar.Event("DTSTART:19970902T090000", "DURATION:PT10M", $"RRULE:{rule}")));

    [Fact]
    public void An_end_in_utc_is_an_instant_for_a_time_with_a_zone() => Assert.Equal(
        ["2026-10-12T01:00", "2026-10-13T01:00"],
        Calendar.Starts(Calendar.Event("DTSTART;TZID=Europe/Brussels:20261012T010000", "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20261012T230000Z")));

    [Theory]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=MINUTELY;COUNT=3")]
    [InlineData("FREQ=DAILY,WEEKLY")]
    [InlineData("FREQ=3")]
    [InlineData("INTERVAL=2")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("FREQ=DAILY;INTERVAL=2,3")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20261012T230000")]
    [InlineData("FREQ=DAILY;COUNT=x")]
    [InlineData("FREQ=DAILY;COUNT=2;COUNT=3")]
    [InlineData("FREQ=DAILY;UNTIL=soon")]
    [InlineData("FREQ=DAILY;BYDAY=1MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=54MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=M")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=+-1")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=1")]
    [InlineData("FREQ=MONTHLY;BYWEEKNO=20")]
    [InlineData("FREQ=DAILY;BYYEARDAY=1")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1")]
    [InlineData("FREQ=WEEKLY;WKST=XX")]
    [InlineData("FREQ=YEARLY;RSCALE=CHINESE")]
    [InlineData("FREQ=YEARLY;SKIP=FORWARD")]
    [InlineData("FREQ=DAILY;BYEASTER=0")]
    [InlineData("")]
    public void A_rule_that_cannot_be_followed_is_told(string rule) => Assert.Equal(
        ["9 RRULE unsupported-rule"],
        Calendar.Problems(Calendar.Event("DTSTART:20261012T090000", "DURATION:PT1H", $"RRULE:{rule}")));

    [Fact]
    public void A_start_that_the_rule_does_not_come_to_is_a_shift_with_a_warning()
    {
        var text = Calendar.Event("DTSTART:20261013T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2");

        Assert.Equal(["2026-10-13T09:00", "2026-10-19T09:00"], Calendar.Starts(text));
        Assert.Equal(["9 RRULE start-not-in-rule"], Calendar.Problems(text));
    }
}
