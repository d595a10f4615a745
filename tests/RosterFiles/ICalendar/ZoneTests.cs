using NodaTime;
using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

public sealed class ZoneTests
{
    private static readonly string[] OwnZone =
    [
        "BEGIN:VTIMEZONE", "TZID:Hospital time",
        "BEGIN:STANDARD", "DTSTART:16011028T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:16010325T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT",
        "END:VTIMEZONE",
    ];

    [Theory]
    [InlineData("Europe/Brussels", "Europe/Brussels")]
    [InlineData("europe/brussels", "Europe/Brussels")]
    [InlineData("\"Europe/Brussels\"", "Europe/Brussels")]
    [InlineData("/freeassociation.sourceforge.net/Europe/Brussels", "Europe/Brussels")]
    [InlineData("/citadel.org/20260101_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("Tokyo Standard Time", "Asia/Tokyo")]
    public void A_known_zone_is_kept_with_the_wall_clock(string id, string zone) => Assert.Equal(
        [$"2026-10-12T20:00 {zone} > 2026-10-13T08:00 {zone}"],
        Calendar.Times(Calendar.Event($"DTSTART;TZID={id}:20261012T200000", $"DTEND;TZID={id}:20261013T080000")));

    [Fact]
    public void A_time_in_utc_has_offset_zero() => Assert.Equal(
        ["2026-10-12T20:00+00 > 2026-10-13T08:00+00"],
        Calendar.Times(Calendar.Event("DTSTART:20261012T200000Z", "DTEND:20261013T080000Z")));

    [Fact]
    public void A_time_without_zone_floats() => Assert.Equal(
        ["2026-10-12T20:00 > 2026-10-13T08:00"],
        Calendar.Times(Calendar.Event("DTSTART:20261012T200000", "DTEND:20261013T080000")));

    [Fact]
    public void The_calendars_zone_counts_for_times_without_one() => Assert.Equal(
        ["2026-10-12T20:00 Asia/Tokyo > 2026-10-13T08:00+00"],
        Calendar.Times(Calendar.Of("X-WR-TIMEZONE:Asia/Tokyo", "BEGIN:VEVENT", "DTSTART:20261012T200000", "DTEND:20261013T080000Z", "SUMMARY:A", "END:VEVENT")));

    [Fact]
    public void A_zone_of_the_calendars_own_is_written_as_its_offset() => Assert.Equal(
        ["2026-10-12T20:00+02 > 2026-10-13T08:00+02", "2026-12-12T20:00+01 > 2026-12-13T08:00+01"],
        Calendar.Times(Calendar.Of(
            [.. OwnZone,
            "BEGIN:VEVENT", "DTSTART;TZID=Hospital time:20261012T200000", "DTEND;TZID=Hospital time:20261013T080000", "SUMMARY:A", "END:VEVENT",
            "BEGIN:VEVENT", "DTSTART;TZID=Hospital time:20261212T200000", "DTEND;TZID=Hospital time:20261213T080000", "SUMMARY:B", "END:VEVENT"])));

    [Fact]
    public void A_zone_of_the_calendars_own_agrees_with_the_real_one_at_every_hour()
    {
        var start = new LocalDateTime(2026, 3, 27, 0, 30);
        string At(int hour) => start.PlusHours(hour).ToString("uuuuMMdd'T'HHmmss", null);
        var events = Enumerable.Range(0, 24 * 4).Concat(Enumerable.Range(24 * 210, 24 * 4)).SelectMany(hour =>
            new[] { "BEGIN:VEVENT", $"DTSTART;TZID=Hospital time:{At(hour)}", $"DTEND;TZID=Europe/Brussels:{At(hour)}", "SUMMARY:A", "END:VEVENT" });

        var reading = Calendar.Read(Calendar.Of([.. OwnZone, .. events]));

        Assert.Empty(reading.Drafts);
        Assert.Equal(24 * 8, reading.Problems.ToList().Count);
        Assert.All(reading.Problems.ToList(), problem => Assert.Equal("end-not-after-start", problem.Code));
    }

    [Fact]
    public void A_repeating_shift_in_a_zone_of_the_calendars_own_keeps_its_hour() => Assert.Equal(
        ["2026-10-24T08:00+02 > 2026-10-24T16:00+02", "2026-10-25T08:00+01 > 2026-10-25T16:00+01"],
        Calendar.Times(Calendar.Of(
            [.. OwnZone, "BEGIN:VEVENT", "DTSTART;TZID=Hospital time:20261024T080000", "DURATION:PT8H", "RRULE:FREQ=DAILY;COUNT=2", "SUMMARY:A", "END:VEVENT"])));

    [Fact]
    public void A_zone_of_changes_one_by_one_is_followed() => Assert.Equal(
        ["2026-01-01T08:00+03 > 2026-01-01T16:00+03", "2026-07-01T08:00+04:30 > 2026-07-01T16:00+04:30", "2027-01-01T08:00+03 > 2027-01-01T16:00+03"],
        Calendar.Times(Calendar.Of(
            "BEGIN:VTIMEZONE", "TZID:Own",
            "BEGIN:STANDARD", "DTSTART:20261101T000000", "TZOFFSETFROM:+0430", "TZOFFSETTO:+0300", "END:STANDARD",
            "BEGIN:DAYLIGHT", "DTSTART:20260501T000000", "RDATE:20270501T000000,20280501T000000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0430", "END:DAYLIGHT",
            "END:VTIMEZONE",
            "BEGIN:VEVENT", "DTSTART;TZID=Own:20260101T080000", "DURATION:PT8H", "RDATE;TZID=Own:20260701T080000,20270101T080000", "SUMMARY:A", "END:VEVENT")));

    [Fact]
    public void A_described_zone_may_say_where_it_is() => Assert.Equal(
        ["2026-10-12T20:00 Europe/Oslo > 2026-10-12T21:00 Europe/Oslo"],
        Calendar.Times(Calendar.Of(
            "BEGIN:VTIMEZONE", "TZID:Our clock", "X-LIC-LOCATION:Europe/Oslo", "END:VTIMEZONE",
            "BEGIN:VEVENT", "DTSTART;TZID=Our clock:20261012T200000", "DURATION:PT1H", "SUMMARY:A", "END:VEVENT")));

    [Fact]
    public void An_unknown_zone_is_told_once() => Assert.Equal(
        ["7 DTSTART unknown-zone"],
        Calendar.Problems(Calendar.Event("DTSTART;TZID=Ward clock:20261012T200000", "DTEND;TZID=Ward clock:20261013T080000")));

    [Theory]
    [InlineData("Europe/Brussels", "+0200", "+0100", 0)]
    [InlineData("Europe/Brussels", "-0400", "-0500", 1)]
    [InlineData("EST", "-0400", "-0500", 1)]
    public void A_known_zone_that_the_calendar_describes_otherwise_is_told_once(string id, string summer, string winter, int times)
    {
        var text = Calendar.Of(
            "BEGIN:VTIMEZONE", $"TZID:{id}",
            "BEGIN:STANDARD", "DTSTART:20201025T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", $"TZOFFSETFROM:{summer}", $"TZOFFSETTO:{winter}", "END:STANDARD",
            "BEGIN:DAYLIGHT", "DTSTART:20200329T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", $"TZOFFSETFROM:{winter}", $"TZOFFSETTO:{summer}", "END:DAYLIGHT",
            "END:VTIMEZONE", "BEGIN:VEVENT", $"DTSTART;TZID={id}:20260712T070000", $"DTEND;TZID={id}:20260712T150000", "SUMMARY:A", "END:VEVENT");

        Assert.Equal(Enumerable.Repeat("19 DTSTART zone-differs", times), Calendar.Problems(text));
    }
}
