using System.Text.Json;
using OnCall.RosterFiles.Tests.Support;
using Xunit;

namespace OnCall.RosterFiles.Tests.ICalendar;

/// <summary>Our shifts of an event against those that other programs see.</summary>
public sealed class RecurrenceOracleTests
{
    private const string Start = "20260105T093000";

    private static readonly string[] Rules =
    [
        "FREQ=DAILY;COUNT=10", "FREQ=DAILY;INTERVAL=3;UNTIL=20260301T000000", "FREQ=DAILY;BYMONTH=1,3;COUNT=40", "FREQ=DAILY;BYDAY=MO,WE;COUNT=9",
        "FREQ=WEEKLY;COUNT=10", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=9", "FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=MO,SU;COUNT=9", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,21;COUNT=9",
        "FREQ=MONTHLY;COUNT=12", "FREQ=MONTHLY;BYDAY=1MO,-1FR;COUNT=12", "FREQ=MONTHLY;BYMONTHDAY=5,-1;COUNT=12", "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO;COUNT=20",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3;COUNT=9", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;UNTIL=20261231T000000",
        "FREQ=YEARLY;COUNT=5", "FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO;COUNT=7", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5,6;COUNT=7", "FREQ=HOURLY;INTERVAL=12;COUNT=9",
    ];

    private static readonly string[] Exceptions =
    [
        "EXDATE:20260106T093000", "EXDATE:20260105T093000,20260107T093000", "RDATE:20260301T093000", "RDATE:20260201T200000,20260203T200000\r\nEXDATE:20260107T093000",
    ];

    [Fact]
    public async Task Ical_js_sees_the_same_repetitions()
    {
        var calendars = Rules.Select(rule => Repeating(rule)).Concat(Exceptions.Select(lines => Repeating("FREQ=DAILY;COUNT=5", lines))).Append(Changed()).ToArray();

        using var answer = await Oracle.AskNodeAsync("expand.mjs", new { calendars });

        foreach (var (calendar, seen) in calendars.Zip(answer.RootElement.EnumerateArray()))
        {
            var theirs = seen.EnumerateArray().Select(e => $"{e.GetProperty("start").GetString()![..16]} {e.GetProperty("summary").GetString()} {e.GetProperty("to").GetInt64() - e.GetProperty("from").GetInt64()}");
            var ours = Calendar.Read(calendar).Drafts.Select(d => $"{d.Start.Local:uuuu-MM-dd'T'HH:mm} {d.Person.Name} {(d.End.Local - d.Start.Local).ToDuration().TotalSeconds}");
            Assert.True(theirs.Order().SequenceEqual(ours.Order()), $"{calendar}\nTheirs: {string.Join(", ", theirs)}\nOurs: {string.Join(", ", ours)}");
        }
    }

    [Fact]
    public async Task Pythons_dateutil_sees_the_same_repetitions()
    {
        var random = new Random(20260105);
        var rules = Rules.Concat(Enumerable.Range(0, 300).Select(_ => RuleByChance(random))).ToArray();

        using var answer = await Oracle.AskPythonAsync("expand.py", new { rules = rules.Select(rule => new { start = Start, rule }) });

        var answered = rules.Zip(answer.RootElement.GetProperty("rules").EnumerateArray()).Where(pair => pair.Second.ValueKind == JsonValueKind.Array).ToArray();
        Assert.True(answered.Length > 200, $"Only {answered.Length} rules were answered.");
        var differing = new List<string>();
        foreach (var (rule, seen) in answered)
        {
            // The start is a shift to us even where the rule does not come to it.
            var theirs = seen.EnumerateArray().Select(time => time.GetString()!).Append("2026-01-05T09:30").Distinct().Order(StringComparer.Ordinal).ToArray();
            var ours = Calendar.Starts(Repeating(rule)).ToArray();
            if (!theirs.SequenceEqual(ours))
            {
                differing.Add($"{rule}\nTheirs: {string.Join(", ", theirs.Take(9))}\nOurs: {string.Join(", ", ours.Take(9))}");
            }
        }

        Assert.True(differing.Count == 0, string.Join("\n\n", differing.Take(9)));
    }

    private static string Repeating(string rule, params string[] lines) =>
        Calendar.Of(["BEGIN:VEVENT", "UID:1", "SUMMARY:A", $"DTSTART:{Start}", "DURATION:PT12H", $"RRULE:{rule}", .. lines, "END:VEVENT"]);

    private static string Changed() => Repeating("FREQ=DAILY;COUNT=5").Replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID:20260106T093000\r\nSUMMARY:B\r\nDTSTART:20260120T100000\r\nDTEND:20260120T120000\r\nEND:VEVENT\r\nEND:VCALENDAR",
        StringComparison.Ordinal);

    private static string RuleByChance(Random random)
    {
        string[] frequencies = ["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
        string[] days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        string Some(int least, int most) => string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(least, most + 1)).Where(n => n != 0).DefaultIfEmpty(most).Distinct());
        string Day() => days[random.Next(days.Length)];
        var at = random.Next(frequencies.Length);
        var years = at switch { 0 => 0, 1 => 1, 2 => 2, 3 => 5, _ => 12 };
        var rule = $"FREQ={frequencies[at]};INTERVAL={random.Next(1, 4)};UNTIL={2026 + years}0301T000000;WKST={Day()}";
        rule += random.Next(3) == 0 ? $";BYMONTH={Some(1, 12)}" : "";
        rule += random.Next(3) == 0 && at != 2 ? $";BYMONTHDAY={Some(-31, 31)}" : "";
        rule += random.Next(4) == 0 && at is 0 or 4 ? $";BYYEARDAY={Some(-366, 366)}" : "";
        rule += random.Next(4) == 0 ? $";BYHOUR={random.Next(24)},{random.Next(24)}" : "";
        rule += random.Next(5) == 0 ? $";BYMINUTE={random.Next(60)},30" : "";
        var byWeek = random.Next(3) == 0 && at == 4;
        var byDay = byWeek || random.Next(3) == 0;
        var numbered = at >= 3 && !byWeek && random.Next(2) == 0 ? random.Next(-3, 4) : 0;
        rule += byWeek ? $";BYWEEKNO={Some(-53, 53)}" : "";
        var number = numbered == 0 ? "" : $"{numbered}";
        rule += byDay ? $";BYDAY={number}{Day()},{number}{Day()}" : "";

        // dateutil begins the first week at the start of the event, so that its positions are others.
        return rule + (byDay && at != 2 && random.Next(3) == 0 ? $";BYSETPOS={Some(-4, 4)}" : "");
    }
}
