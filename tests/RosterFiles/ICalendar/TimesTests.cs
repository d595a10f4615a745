using NodaTime;
using OnCall.Application.Rosters.Files;
using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

public sealed class TimesTests
{
    [Theory]
    [InlineData("PT8H", "2026-10-13T04:00")]
    [InlineData("PT7H30M", "2026-10-13T03:30")]
    [InlineData("+P1DT30M", "2026-10-13T20:30")]
    [InlineData("P1W", "2026-10-19T20:00")]
    [InlineData("PT3600S", "2026-10-12T21:00")]
    public void A_duration_says_when_it_ends(string duration, string end) =>
        Assert.Equal([$"2026-10-12T20:00 > {end}"], Calendar.Times(Calendar.Event("DTSTART:20261012T200000", $"DURATION:{duration}")));

    [Theory]
    [InlineData("DTSTART:20261012T200000", "DURATION:PT", "8 DURATION unreadable-duration")]
    [InlineData("DTSTART:20261012T200000", "DURATION:-PT8H", "8 DURATION unreadable-duration")]
    [InlineData("DTSTART:20261012T200000", "DURATION:8h", "8 DURATION unreadable-duration")]
    [InlineData("DTSTART:20261012T200000", "DURATION:P999999999W", "8 DURATION unreadable-duration")]
    [InlineData("DTSTART:20261012T200000", "DURATION:PT0S", "8 DURATION end-not-after-start")]
    [InlineData("DTSTART:20261012T200000", "DTEND:20261012T080000", "8 DTEND end-not-after-start")]
    [InlineData("DTSTART:20261012T200000Z", "DTEND;TZID=Europe/Brussels:20261012T213000", "8 DTEND end-not-after-start")]
    [InlineData("DTSTART:20261012T200000", "DTEND:2026-10-13 08:00", "8 DTEND unreadable-date")]
    [InlineData("DTSTART:20260230T200000", "DTEND:20261013T080000", "7 DTSTART unreadable-date")]
    [InlineData("DTSTART;VALUE=DATE:20261012", "DTEND;VALUE=DATE:20261013", "7 DTSTART date-only")]
    [InlineData("DTSTART:20261012T200000", "X-NONE:x", "3 DTEND missing-value")]
    [InlineData("X-NONE:x", "DTEND:20261012T200000", "3 DTSTART missing-value")]
    public void What_is_no_time_of_a_shift_is_told(string start, string end, string problem)
    {
        var reading = Calendar.Read(Calendar.Event(start, end));

        Assert.Equal([problem], Calendar.Problems(reading));
        Assert.True(reading.Problems.HasErrors);
        Assert.Empty(reading.Drafts);
    }

    [Fact]
    public void Start_and_end_may_be_in_two_zones() => Assert.Equal(
        ["2026-10-12T20:00+00 > 2026-10-13T08:00 Europe/Brussels"],
        Calendar.Times(Calendar.Event("DTSTART:20261012T200000Z", "DTEND;TZID=Europe/Brussels:20261013T080000")));

    [Fact]
    public void The_hour_that_comes_twice_can_be_a_shift() => Assert.Equal(
        ["2026-10-25T02:30 Europe/Brussels > 2026-10-25T01:30+00"],
        Calendar.Times(Calendar.Event("DTSTART;TZID=Europe/Brussels:20261025T023000", "DTEND:20261025T013000Z")));

    [Fact]
    public void A_night_ends_by_the_wall_clock_when_the_clocks_change() => Assert.Equal(
        ["2026-10-23T18:00:00Z 2026-10-24T06:00:00Z", "2026-10-24T18:00:00Z 2026-10-25T07:00:00Z", "2026-10-25T19:00:00Z 2026-10-26T07:00:00Z"],
        Instants(Calendar.Event("DTSTART;TZID=Europe/Brussels:20261023T200000", "DTEND;TZID=Europe/Brussels:20261024T080000", "RRULE:FREQ=DAILY;COUNT=3")));

    [Fact]
    public void A_time_that_the_clocks_skip_is_the_first_moment_after() => Assert.Equal(
        ["2026-03-28T01:30:00Z 2026-03-28T05:00:00Z", "2026-03-29T01:00:00Z 2026-03-29T04:00:00Z"],
        Instants(Calendar.Event("DTSTART;TZID=Europe/Brussels:20260328T023000", "DTEND;TZID=Europe/Brussels:20260328T060000", "RRULE:FREQ=DAILY;COUNT=2")));

    [Fact]
    public void A_time_that_the_clocks_repeat_is_the_first() => Assert.Equal(
        ["2026-10-24T00:30:00Z 2026-10-24T04:00:00Z", "2026-10-25T00:30:00Z 2026-10-25T05:00:00Z"],
        Instants(Calendar.Event("DTSTART;TZID=Europe/Brussels:20261024T023000", "DTEND;TZID=Europe/Brussels:20261024T060000", "RRULE:FREQ=DAILY;COUNT=2")));

    [Fact]
    public void A_repetition_needs_start_and_end_in_one_kind_of_time() => Assert.Equal(
        ["9 RRULE mixed-times"],
        Calendar.Problems(Calendar.Event("DTSTART:20261012T200000", "DTEND:20261013T080000Z", "RRULE:FREQ=DAILY;COUNT=2")));

    [Fact]
    public void An_endless_shift_is_followed_as_far_as_was_asked()
    {
        var options = new RosterReadingOptions { Role = "Cardiology", RepeatUntil = Instant.FromUtc(2026, 10, 15, 0, 0) };

        var reading = Calendar.Read(Calendar.Event("DTSTART:20261012T200000Z", "DURATION:PT12H", "RRULE:FREQ=DAILY"), options);

        Assert.Equal(3, reading.Drafts.Count);
        Assert.Equal(["9 RRULE repeats-without-end"], Calendar.Problems(reading));
        Assert.False(reading.Problems.HasErrors);
    }

    private static IEnumerable<string> Instants(string text) => Calendar.Read(text).Drafts.Select(d => $"{Calendar.At(d.Start)} {Calendar.At(d.End)}");
}
