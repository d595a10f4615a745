using System.Text;
using NodaTime;
using OnCall.RosterFiles.ICalendar;
using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

public sealed class WriterTests
{
    private static readonly Instant Night = Instant.FromUtc(2026, 10, 24, 18, 0);

    [Fact]
    public void A_feed_is_written_as_programs_expect_it() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//OnCall//OnCall roster//EN
        METHOD:PUBLISH
        X-WR-CALNAME:Anna Berg\, on call
        REFRESH-INTERVAL;VALUE=DURATION:PT1H
        BEGIN:VTIMEZONE
        TZID:Europe/Brussels
        BEGIN:DAYLIGHT
        DTSTART:20260329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20261025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:1
        SEQUENCE:0
        DTSTAMP:20260101T000000Z
        DTSTART;TZID=Europe/Brussels:20261024T200000
        DTEND;TZID=Europe/Brussels:20261025T080000
        SUMMARY:Cardiology – duty physician
        X-ONCALL-ROLE:Cardiology – duty physician
        X-ONCALL-ROLE-CODE:CARD-1
        X-ONCALL-EMPLOYEE-NO:N1
        X-ONCALL-PERSON:Anna Berg
        X-ONCALL-TIER:2
        X-ONCALL-LABEL:Night
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        ICalendarWriter.Write(new CalendarFeed("Anna Berg, on call", Calendar.Brussels, [Feeds.Shift(Night, Night + Duration.FromHours(13)) with { Tier = 2, Label = "Night" }])));

    [Fact]
    public void A_time_that_the_clocks_repeat_is_written_in_utc()
    {
        var text = Write(Calendar.Brussels, Feeds.Shift(Instant.FromUtc(2026, 10, 25, 0, 30), Instant.FromUtc(2026, 10, 25, 1, 30)));

        Assert.Contains("DTSTART:20261025T003000Z\r\nDTEND:20261025T013000Z\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_without_changes_is_written_once()
    {
        var text = Write(DateTimeZoneProviders.Tzdb["Asia/Tokyo"], Feeds.Shift(Night, Night + Duration.FromDays(900)));

        Assert.Single(text.Split("\r\n"), "BEGIN:STANDARD");
        Assert.DoesNotContain("DAYLIGHT", text, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETTO:+0900", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_in_utc_needs_no_zone() => Assert.DoesNotContain("TZID", Write(DateTimeZone.Utc, Feeds.Shift(Night, Night + Duration.FromHours(8))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Europe/Brussels")]
    [InlineData("UTC")]
    public void A_feed_without_shifts_is_a_calendar_all_the_same(string zone) =>
        Assert.Equal(["0 no-rows"], Calendar.Problems(Write(DateTimeZoneProviders.Tzdb[zone])));

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_cut()
    {
        foreach (var seed in Enumerable.Range(0, 200))
        {
            foreach (var line in ICalendarWriter.Write(Feeds.ByChance(seed)).Split("\r\n"))
            {
                Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);
                Assert.DoesNotContain(line, char.IsControl);
                Assert.True(line.Length == 0 || !char.IsLowSurrogate(line.TrimStart(' ').FirstOrDefault()), line);
            }
        }
    }

    [Theory]
    [InlineData(@"a\n")]
    [InlineData(@"\\n\N;\,\")]
    [InlineData(",;:\"'^n")]
    public void A_text_reads_back_whatever_it_holds(string name) =>
        Assert.Equal([$"N1|{name}|"], Calendar.People(Write(DateTimeZone.Utc, Feeds.Shift(Night, Night + Duration.FromHours(8)) with { PersonName = name })));

    [Fact]
    public void A_character_that_a_calendar_cannot_hold_is_left_out()
    {
        var text = Write(DateTimeZone.Utc, Feeds.Shift(Night, Night + Duration.FromHours(8)) with { PersonName = "Anna\u0007\tBerg\r\n\ud83d" });

        Assert.Contains("X-ONCALL-PERSON:AnnaBerg\\n\ufffd\r\n", text, StringComparison.Ordinal);
    }

    private static string Write(DateTimeZone zone, params CalendarShift[] shifts) => ICalendarWriter.Write(new CalendarFeed("Roster", zone, shifts));
}
