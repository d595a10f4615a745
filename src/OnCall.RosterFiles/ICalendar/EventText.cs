using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Reads the texts of events: trimmed, on one line, of a length that is kept.</summary>
internal sealed class EventText(RosterProblems problems)
{
    /// <summary>Null when it is empty or not there. <c>IsBad</c> when it cannot be used, which has been told.</summary>
    public (string? Value, bool IsBad) Read(Component from, string property, int longest)
    {
        var lines = from.All(property).ToArray();
        if (lines.Length == 0)
        {
            return (null, false);
        }

        if (Array.Find(lines, IsEncoded) is { } encoded)
        {
            problems.Error(encoded.Line, property, "unsupported-encoding", "The text is encoded, which iCalendar 2.0 does not know. Export the calendar again in version 2.0.");
            return (null, true);
        }

        var texts = property == "CATEGORIES" ? lines.SelectMany(line => TextValue.List(line.Value)) : lines.Select(line => TextValue.Unescape(line.Value).Trim());
        return Checked(lines[0].Line, property, string.Join(", ", texts), longest);
    }

    public (string? Value, bool IsBad) Checked(int line, string property, string text, int longest)
    {
        if (text.Length > longest)
        {
            problems.Error(line, property, "too-long", $"{property} has {text.Length} characters; at most {longest} are kept. Shorten it.", text);
            return (null, true);
        }

        if (text.Any(char.IsControl))
        {
            problems.Error(line, property, "broken-text", $"{property} holds a line break, tab or other control character. Write it on one line.");
            return (null, true);
        }

        return (text.Length > 0 ? text : null, false);
    }

    private static bool IsEncoded(ContentLine line) => line.Parameter("ENCODING") is { } encoding && !string.Equals(encoding, "8BIT", StringComparison.OrdinalIgnoreCase);
}
