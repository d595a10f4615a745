namespace OnCall.Application.Tests.Rosters;

/// <summary>A feed as a calendar reads it: the values of each event by name, without parameters.</summary>
internal sealed class Calendar(string text)
{
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Events { get; } = Read(text);

    /// <summary>What calendars show, in order.</summary>
    public IEnumerable<string> Summaries => Events.Select(e => e["SUMMARY"].Replace("\\,", ",", StringComparison.Ordinal));

    /// <summary>The event that begins at that local time: <c>20261012T070000</c>.</summary>
    public IReadOnlyDictionary<string, string> At(string start) => Events.Single(e => e["DTSTART"] == start);

    private static List<IReadOnlyDictionary<string, string>> Read(string text)
    {
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? current = null;
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
        {
            if (line == "BEGIN:VEVENT")
            {
                current = [];
            }
            else if (line == "END:VEVENT")
            {
                events.Add(current!);
                current = null;
            }
            else if (current is not null)
            {
                current[line.Split(':', ';')[0]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..];
            }
        }

        return events;
    }
}
