using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

public sealed class ExceptionTests
{
    private static readonly string[] Series =
    [
        "BEGIN:VEVENT", "UID:s", "SUMMARY:A", "DTSTART;TZID=Europe/Brussels:20261012T080000", "DTEND;TZID=Europe/Brussels:20261012T160000", "RRULE:FREQ=DAILY;COUNT=4",
    ];

    [Theory]
    [InlineData("EXDATE;TZID=Europe/Brussels:20261013T080000", "12 14 15")]
    [InlineData("EXDATE:20261013T060000Z", "12 14 15")]
    [InlineData("EXDATE:20261013T080000", "12 14 15")]
    [InlineData("EXDATE;VALUE=DATE:20261013", "12 14 15")]
    [InlineData("EXDATE:20261012T060000Z,20261014T060000Z", "13 15")]
    [InlineData("EXDATE:20261012T060000Z\r\nEXDATE:20261014T060000Z", "13 15")]
    [InlineData("EXDATE:20271012T060000Z", "12 13 14 15")]
    [InlineData("RDATE:20261020T060000Z", "12 13 14 15 20")]
    [InlineData("RDATE;TZID=Europe/Brussels:20261013T080000,20261021T080000", "12 13 14 15 21")]
    public void Single_times_are_left_out_or_added(string line, string days)
    {
        var text = Calendar.Of([.. Series, line, "END:VEVENT"]);

        Assert.Equal(days.Split(' ').Select(day => $"2026-10-{day}T08:00"), Calendar.Starts(text));
        Assert.Empty(Calendar.Problems(text));
    }

    [Fact]
    public void A_time_left_out_that_does_not_come_is_told() => Assert.Equal(
        ["9 EXDATE unmatched-exception"],
        Calendar.Problems(Calendar.Of([.. Series, "EXDATE;TZID=Europe/Brussels:20261013T090000", "END:VEVENT"])));

    [Fact]
    public void A_day_left_out_on_which_it_does_not_come_is_told() => Assert.Equal(
        ["9 EXDATE unmatched-exception"],
        Calendar.Problems(Calendar.Of([.. Series, "EXDATE;VALUE=DATE:20261013,20261020", "RDATE:20261021T060000Z", "END:VEVENT"])));

    [Theory]
    [InlineData("EXDATE:20261012T060000Z")]
    [InlineData("EXDATE;VALUE=DATE:20261012")]
    public void An_event_that_does_not_repeat_can_be_left_out_too(string line) =>
        Assert.Empty(Calendar.Read(Calendar.Event("DTSTART;TZID=Europe/Brussels:20261012T080000", "DURATION:PT8H", line)).Drafts);

    [Theory]
    [InlineData("20261020T200000/20261021T080000", "2026-10-21T08:00")]
    [InlineData("20261020T200000/PT10H", "2026-10-21T06:00")]
    public void A_period_that_is_added_has_an_end_of_its_own(string period, string end) => Assert.Equal(
        ["2026-10-12T08:00 > 2026-10-12T16:00", $"2026-10-20T20:00 > {end}"],
        Calendar.Times(Calendar.Event("DTSTART:20261012T080000", "DTEND:20261012T160000", $"RDATE;VALUE=PERIOD:{period}")));

    [Theory]
    [InlineData("RECURRENCE-ID;TZID=Europe/Brussels:20261013T080000")]
    [InlineData("RECURRENCE-ID:20261013T060000Z")]
    [InlineData("RECURRENCE-ID:20261013T080000")]
    public void A_changed_repetition_stands_for_the_one_of_the_series(string line)
    {
        var reading = Calendar.Read(Calendar.Of([.. Series, "END:VEVENT", "BEGIN:VEVENT", "UID:s", line, "DTSTART:20261018T120000Z", "DTEND:20261018T130000Z", "SUMMARY:B", "END:VEVENT"]));

        Assert.Empty(Calendar.Problems(reading));
        Assert.Equal(["12 A", "14 A", "15 A", "18 B"], reading.Drafts.Select(d => $"{d.Start.Local.Day} {d.Person.Name}"));
    }

    [Fact]
    public void A_cancelled_repetition_is_left_out() => Assert.Equal(
        ["2026-10-12T08:00", "2026-10-14T08:00", "2026-10-15T08:00"],
        Calendar.Starts(Calendar.Of([.. Series, "END:VEVENT", "BEGIN:VEVENT", "UID:s", "RECURRENCE-ID:20261013T060000Z", "STATUS:CANCELLED", "END:VEVENT"])));

    [Fact]
    public void A_cancelled_event_is_left_out() => Assert.Empty(Calendar.Starts(Calendar.Of([.. Series, "STATUS:CANCELLED", "END:VEVENT"])));

    [Fact]
    public void A_calendar_that_cancels_brings_no_shifts()
    {
        var reading = Calendar.Read(Calendar.Of(["METHOD:CANCEL", .. Series, "END:VEVENT"]));

        Assert.Empty(reading.Drafts);
        Assert.Equal(["3 METHOD cancelled"], Calendar.Problems(reading));
    }

    [Fact]
    public void The_later_version_of_an_event_counts() => Assert.Equal(
        ["|B|"],
        Calendar.People(Calendar.Of(
            "BEGIN:VEVENT", "UID:s", "SEQUENCE:2", "DTSTART:20261012T080000Z", "DURATION:PT1H", "SUMMARY:B", "END:VEVENT",
            "BEGIN:VEVENT", "UID:s", "SEQUENCE:1", "DTSTART:20261012T080000Z", "DURATION:PT1H", "SUMMARY:A", "END:VEVENT")));

    [Fact]
    public void The_later_version_of_a_changed_repetition_counts() => Assert.Equal(
        ["|A|", "|A|", "|A|", "|C|"],
        Calendar.People(Calendar.Of(
            [.. Series, "END:VEVENT",
            "BEGIN:VEVENT", "UID:s", "RECURRENCE-ID:20261013T060000Z", "SEQUENCE:1", "DTSTART:20261018T120000Z", "DURATION:PT1H", "SUMMARY:B", "END:VEVENT",
            "BEGIN:VEVENT", "UID:s", "RECURRENCE-ID:20261013T060000Z", "SEQUENCE:2", "DTSTART:20261018T120000Z", "DURATION:PT1H", "SUMMARY:C", "END:VEVENT"])));

    [Fact]
    public void A_changed_repetition_may_come_alone() => Assert.Equal(
        ["2026-10-18T12:00"],
        Calendar.Starts(Calendar.Of("BEGIN:VEVENT", "UID:s", "RECURRENCE-ID:20261013T060000Z", "DTSTART:20261018T120000Z", "DURATION:PT1H", "SUMMARY:B", "END:VEVENT")));

    [Theory]
    [InlineData("RECURRENCE-ID;RANGE=THISANDFUTURE:20261013T060000Z", "12 RECURRENCE-ID unsupported-range")]
    [InlineData("RECURRENCE-ID:20261013T070000Z", "12 RECURRENCE-ID unmatched-exception")]
    [InlineData("RECURRENCE-ID:20261013T060000Z\r\nRRULE:FREQ=DAILY", "13 RRULE unsupported-rule")]
    [InlineData("RECURRENCE-ID:soon", "12 RECURRENCE-ID unreadable-date")]
    [InlineData("SEQUENCE:0", "10 UID uid-twice")]
    [InlineData("SEQUENCE:x", "12 SEQUENCE unreadable-number")]
    public void A_change_that_cannot_be_followed_is_told(string line, string problem) => Assert.Equal(
        [problem],
        Calendar.Problems(Calendar.Of([.. Series, "END:VEVENT", .. Change(line)])));

    private static string[] Change(string line) => ["BEGIN:VEVENT", "UID:s", line, "DTSTART:20261018T120000Z", "DURATION:PT1H", "SUMMARY:B", "END:VEVENT"];
}
