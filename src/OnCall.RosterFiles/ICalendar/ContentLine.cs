namespace OnCall.RosterFiles.ICalendar;

/// <summary>A property as a calendar writes it, RFC 5545 section 3.1.</summary>
/// <param name="Line">The line of the file where it begins; the first is 1.</param>
/// <param name="Name">In capital letters.</param>
/// <param name="Parameters">Names in capital letters; a parameter with several values is there as often.</param>
/// <param name="Value">As it stands there: a text still has its escapes.</param>
internal sealed record ContentLine(int Line, string Name, IReadOnlyList<(string Name, string Value)> Parameters, string Value)
{
    /// <summary>The first value of a parameter, or null.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Name == name)
            {
                return parameter.Value;
            }
        }

        return null;
    }

    public bool Says(string parameter, string value) => string.Equals(Parameter(parameter), value, StringComparison.OrdinalIgnoreCase);
}
