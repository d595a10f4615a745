using System.Text.Json;
using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.ICalendar;
using OnCall.RosterFiles.Tests.Support;
using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

/// <summary>What we write says the same to us and to others.</summary>
public sealed class RoundTripTests
{
    private static readonly CalendarFeed[] Written = [.. Enumerable.Range(0, 300).Select(Feeds.ByChance)];

    [Fact]
    public void A_feed_reads_back_to_the_same_shifts()
    {
        foreach (var feed in Written)
        {
            var reading = Calendar.Read(ICalendarWriter.Write(feed), new RosterReadingOptions());

            Assert.Empty(reading.Problems.ToList());
            Assert.Equal(
                feed.Shifts.Select(s => (s.Start, s.End, s.RoleName.Trim(), s.EmployeeNo, s.PersonName.Trim(), s.Tier, s.Label?.Trim())),
                reading.Drafts.Select(d => (Calendar.At(d.Start), Calendar.At(d.End), d.Role, d.Person.EmployeeNo!, d.Person.Name!, d.Tier, d.Label)));
        }
    }

    [Fact]
    public void A_feed_whose_zone_only_it_knows_reads_back_to_the_same_instants()
    {
        foreach (var (number, feed) in Written.Index())
        {
            var reading = Calendar.Read(Renamed(feed, number), new RosterReadingOptions());

            Assert.Empty(reading.Problems.ToList());
            Assert.Equal(feed.Shifts.Select(s => (s.Start, s.End)), reading.Drafts.Select(d => (Calendar.At(d.Start), Calendar.At(d.End))));
        }
    }

    [Fact]
    public async Task Ical_js_reads_the_feed_as_it_was_meant()
    {
        using var answer = await Oracle.AskNodeAsync("expand.mjs", new { calendars = Written.Select(Renamed) });
        Agree(Written, answer.RootElement);
    }

    [Fact]
    public async Task Pythons_icalendar_reads_the_feed_as_it_was_meant()
    {
        // Its own time zones count for it, and they may be some years old.
        var known = Written.Where(feed => feed.Shifts.All(s => s.End < Instant.FromUtc(2022, 1, 1, 0, 0))).ToArray();
        Assert.True(known.Length > 100);

        using var answer = await Oracle.AskPythonAsync("expand.py", new { calendars = known.Select(ICalendarWriter.Write) });

        Agree(known, answer.RootElement.GetProperty("calendars"));
    }

    private static void Agree(IEnumerable<CalendarFeed> feeds, JsonElement answers)
    {
        foreach (var (feed, answer) in feeds.Zip(answers.EnumerateArray()))
        {
            Assert.Equal(
                feed.Shifts.Select(s => (s.Start.ToUnixTimeSeconds(), s.End.ToUnixTimeSeconds(), s.Summary, s.RoleName, s.EmployeeNo)),
                answer.EnumerateArray().Select(e => (e.GetProperty("from").GetInt64(), e.GetProperty("to").GetInt64(), Text(e, "summary"), Text(e, "role"), Text(e, "employeeNo"))));
        }
    }

    private static string Text(JsonElement answer, string name) => answer.GetProperty(name).GetString()!;

    // A program that knows the zone does not look at what the feed says of it.
    private static string Renamed(CalendarFeed feed, int number) => feed.Zone == DateTimeZone.Utc
        ? ICalendarWriter.Write(feed)
        : ICalendarWriter.Write(feed)
            .Replace($"TZID:{feed.Zone.Id}", $"TZID:Hospital {number}", StringComparison.Ordinal)
            .Replace($"TZID={feed.Zone.Id}", $"TZID=Hospital {number}", StringComparison.Ordinal);
}
