using System.Diagnostics;
using System.Text;
using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.ICalendar;
using OnCall.Testing;
using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

/// <summary>Files that would keep a reader busy for ever, or make it fail.</summary>
public sealed class HostileTests
{
    private static readonly RosterReadingOptions Endless = new() { Role = "Cardiology" };

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=DAILY;COUNT=999999999")]
    [InlineData("FREQ=DAILY;UNTIL=98991231T000000Z")]
    [InlineData("FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYDAY=MO,TU,WE,TH,FR,SA,SU")]
    public void Too_many_shifts_are_told(string rule) => Assert.Contains("3 too-many-rows", Quickly(Calendar.Event("DTSTART:20261012T090000", "DURATION:PT1H", $"RRULE:{rule}")));

    [Theory]
    [InlineData("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=HOURLY;BYHOUR=9;BYYEARDAY=366;BYMONTHDAY=1")]
    public void A_rule_that_comes_to_nothing_is_given_up(string rule) => Assert.Contains("9 RRULE endless-rule", Quickly(Calendar.Event("DTSTART:20261012T090000", "DURATION:PT1H", $"RRULE:{rule}")));

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6")]
    [InlineData("FREQ=DAILY;INTERVAL=999999999")]
    [InlineData("FREQ=YEARLY;INTERVAL=999999999")]
    public void A_rule_that_comes_to_nothing_ends_with_the_calendar(string rule) =>
        Assert.DoesNotContain("9 RRULE endless-rule", Quickly(Calendar.Event("DTSTART:20261012T090000", "DURATION:PT1H", $"RRULE:{rule}")));

    [Theory]
    [InlineData("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "9 RRULE repeats-without-end")]
    [InlineData("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31;UNTIL=20300101T000000", "")]
    public void A_rule_that_comes_to_nothing_is_not_followed_past_its_end(string rule, string problem) => Assert.Equal(
        problem,
        string.Join(' ', Calendar.Problems(Calendar.Event("DTSTART:20260228T090000", "DURATION:PT1H", $"RRULE:{rule}"))));

    [Fact]
    public void Many_rules_that_come_to_nothing_share_one_allowance() => Assert.Single(
        Quickly(Calendar.Of(Enumerable.Range(0, 2_000).SelectMany(_ =>
            new[] { "BEGIN:VEVENT", "DTSTART:20261012T090000", "DURATION:PT1H", "SUMMARY:A", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "END:VEVENT" }))),
        problem => problem.EndsWith("endless-rule", StringComparison.Ordinal));

    [Fact]
    public void Times_within_a_rule_count_as_well()
    {
        var minutes = string.Join(',', Enumerable.Range(0, 60));
        var rule = $"RRULE:FREQ=YEARLY;BYMONTHDAY=1;BYHOUR={string.Join(',', Enumerable.Range(0, 24))};BYMINUTE={minutes};BYSECOND={minutes};BYSETPOS=-1";

        Assert.Contains("9 RRULE endless-rule", Quickly(Calendar.Event("DTSTART:20261012T090000", "DURATION:PT1H", rule)));
    }

    [Fact]
    public void Components_within_components_without_end_are_refused() =>
        Assert.Equal(["10 BEGIN wrong-nesting"], Quickly(Calendar.Of(Enumerable.Repeat("BEGIN:VEVENT", 100_000))));

    [Fact]
    public void A_zone_that_changes_all_the_time_is_refused() => Assert.Equal(
        ["3 TZID broken-zone"],
        Quickly(Calendar.Of(
            "BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:20260101T000000", "RRULE:FREQ=HOURLY;COUNT=30", "TZOFFSETFROM:-1700", "TZOFFSETTO:+1700", "END:STANDARD", "END:VTIMEZONE",
            "BEGIN:VEVENT", "DTSTART;TZID=Own:20261012T090000", "DURATION:PT1H", "SUMMARY:A", "END:VEVENT")));

    [Fact]
    public void The_edges_of_the_calendar_are_no_edge_of_the_reader() => Assert.Empty(Quickly(Calendar.Of(
        "BEGIN:VEVENT", "DTSTART;TZID=Pacific/Apia:99001231T235959", "DURATION:P3650D", "SUMMARY:A", "END:VEVENT",
        "BEGIN:VEVENT", "DTSTART;TZID=Pacific/Apia:00010101T000000", "DURATION:P3650D", "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:A", "END:VEVENT")));

    [Fact]
    public void A_zone_that_cannot_be_followed_to_its_end_gives_nobody_a_wrong_hour() => Assert.Contains(
        Quickly(Calendar.Of(Enumerable.Range(0, 40).SelectMany(i => new[]
        {
            "BEGIN:VTIMEZONE", $"TZID:Own {i}", "BEGIN:STANDARD", "DTSTART:16011028T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD",
            "BEGIN:DAYLIGHT", "DTSTART:16010325T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT", "END:VTIMEZONE",
            "BEGIN:VEVENT", $"DTSTART;TZID=Own {i}:20260712T090000", "DURATION:PT1H", "SUMMARY:A", "END:VEVENT",
        }))),
        problem => problem.EndsWith("broken-zone", StringComparison.Ordinal));

    [Fact]
    public void Lines_without_number_are_not_kept() => Assert.Equal(["0 too-many-rows"], Quickly(Calendar.Event(Enumerable.Repeat("A:", 1_100_000))));

    [Fact]
    public void Whatever_a_file_holds_it_is_answered()
    {
        var random = new Random(20261012);
        var files = SourceTree.Files("tests/RosterFiles/corpus", "*.ics").Select(file => File.ReadAllBytes(SourceTree.PathOf(file))).ToArray();
        var lines = files.SelectMany(file => Encoding.Latin1.GetString(file).Split("\r\n")).Distinct().Select(Encoding.Latin1.GetBytes).ToArray();
        var options = new RosterReadingOptions { Role = "Cardiology", MaxRows = 200, RepeatUntil = Instant.FromUtc(2027, 1, 1, 0, 0) };
        for (var i = 0; i < 4_000; i++)
        {
            var bytes = files[random.Next(files.Length)].ToList();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                Change(bytes, lines, random);
            }

            var reading = new ICalendarRosterReader().Read(new RosterFile("x.ics", bytes.ToArray()), options);
            Assert.NotNull(reading.Problems.ToList());
            Assert.True(reading.Drafts.Count <= options.MaxRows);
            Assert.All(Calendar.Shifts(reading), Assert.NotEmpty);
        }
    }

    private static void Change(List<byte> bytes, byte[][] lines, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(8))
        {
            case 0:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                break;
            case 2:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3 when at < bytes.Count:
                bytes[at] = (byte)"0123456789-+:;,=\"\r\n T"[random.Next(21)];
                break;
            case 4 or 5 when bytes.FindIndex(at, b => char.IsAsciiDigit((char)b)) is >= 0 and var digit:
                bytes[digit] = (byte)random.Next('0', '9' + 1);
                break;
            default:
                var end = bytes.IndexOf((byte)'\n', at) + 1;
                bytes.InsertRange(end, [.. lines[random.Next(lines.Length)], .. "\r\n"u8]);
                break;
        }
    }

    private static string[] Quickly(string text)
    {
        var watch = Stopwatch.StartNew();
        var problems = Calendar.Problems(Calendar.Read(text, Endless)).ToArray();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
        return problems;
    }
}
