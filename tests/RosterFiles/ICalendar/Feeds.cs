using NodaTime;
using OnCall.RosterFiles.ICalendar;

namespace OnCall.RosterFiles.Tests.ICalendar;

/// <summary>Makes feeds of shifts, by chance but always the same for one seed.</summary>
internal static class Feeds
{
    private static readonly string[] Zones = ["Europe/Brussels", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Africa/Casablanca", "Europe/Dublin", "America/St_Johns", "UTC"];

    private static readonly string[] Texts = ["Cardiology – duty physician", "a,b;c:d\\x\\", "line\nbreak", "佐藤 花子 " + new string('長', 60), "\"quoted\" ^n ^'x'", "🫀🫁 ICU 🏥", "é"];

    public static CalendarShift Shift(Instant start, Instant end, string uid = "1") =>
        new(uid, 0, start, end, Instant.FromUtc(2026, 1, 1, 0, 0), "Cardiology – duty physician", "Cardiology – duty physician", "CARD-1", "N1", "Anna Berg", 1, null);

    public static CalendarFeed ByChance(int seed)
    {
        var random = new Random(seed);
        string Text() => Texts[random.Next(Texts.Length)];
        string Name() => Text().Replace('\n', ' ');
        var shifts = new List<CalendarShift>();
        var start = Instant.FromUtc(random.Next(1975, 2032), random.Next(1, 13), 1, 0, 0);
        for (var i = random.Next(40); i >= 0; i--)
        {
            var end = start + Duration.FromMinutes(random.Next(1, 3_000));
            shifts.Add(new CalendarShift($"s{i}@roster.example", random.Next(5), start, end, Instant.FromUtc(2026, 1, 1, 0, 0), Text(), Name(), Name(), $"N{random.Next(99)}", Name(), random.Next(1, 4), random.Next(2) == 0 ? null : Name()));
            start = random.Next(3) == 0 ? end : start + Duration.FromMinutes(random.Next(60_000));
        }

        return new CalendarFeed(Text(), DateTimeZoneProviders.Tzdb[Zones[random.Next(Zones.Length)]], shifts);
    }
}
