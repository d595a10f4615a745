using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Builds the calendars of a file from its lines, and says where they do not nest.</summary>
internal sealed class ComponentReader(RosterProblems problems)
{
    // Deeper than any calendar: VCALENDAR, VEVENT, VALARM and one to spare.
    private const int Deepest = 8;

    private readonly List<Component> _calendars = [];
    private readonly Stack<Component> _open = [];

    /// <summary>The calendars of the file; null when it does not hold together, which has been told.</summary>
    public IReadOnlyList<Component>? Read(IReadOnlyList<UnfoldedLine> lines)
    {
        foreach (var line in lines)
        {
            if (line is { Text: null, IsTooLong: false })
            {
                problems.Error(line.Number, "", "not-utf8", $"The file is not in UTF-8: its line {line.Number} holds bytes of another encoding. Export it as UTF-8.");
                return null;
            }

            if (!Take(line))
            {
                return null;
            }
        }

        if (_open.TryPeek(out var cut))
        {
            problems.Error(lines[^1].Number, cut.Name, "cut-off", $"The file ends within the {cut.Name} of line {cut.Line}: END:{cut.Name} is missing. Export or download it again.");
            return null;
        }

        return _calendars;
    }

    private bool Take(UnfoldedLine line)
    {
        var content = line.Text is { } text ? ContentLineReader.Read(line.Number, text) : null;
        if (content is null)
        {
            TellBroken(line);
            return true;
        }

        return content.Name switch
        {
            "BEGIN" => Begin(content, content.Value.Trim().ToUpperInvariant()),
            "END" => End(content, content.Value.Trim().ToUpperInvariant()),
            _ => Add(content),
        };
    }

    private bool Begin(ContentLine line, string name)
    {
        var isCalendar = name == "VCALENDAR";
        if (isCalendar != (_open.Count == 0) || _open.Count >= Deepest)
        {
            return NestedWrongly(line, _open.TryPeek(out var outer)
                ? $"{name} begins here, within the {outer.Name} of line {outer.Line}, where it cannot stand."
                : $"{name} begins here, outside of a VCALENDAR.");
        }

        var component = new Component(line.Line, name);
        (isCalendar ? _calendars : _open.Peek().Components).Add(component);
        _open.Push(component);
        return true;
    }

    private bool End(ContentLine line, string name)
    {
        if (!_open.TryPeek(out var open) || open.Name != name)
        {
            return NestedWrongly(line, open is null ? $"END:{name} closes what was never begun." : $"END:{name} stands where END:{open.Name} is due: that began in line {open.Line}.");
        }

        _open.Pop();
        return true;
    }

    private bool Add(ContentLine line)
    {
        if (!_open.TryPeek(out var open))
        {
            return NestedWrongly(line, $"{line.Name} stands outside of a VCALENDAR.");
        }

        open.Properties.Add(line);
        return true;
    }

    private bool NestedWrongly(ContentLine line, string what)
    {
        problems.Error(line.Line, line.Name, "wrong-nesting", what + " Every BEGIN needs its END. Export the file again.");
        return false;
    }

    private void TellBroken(UnfoldedLine line)
    {
        if (_open.TryPeek(out var open))
        {
            open.IsBroken = true;
        }

        if (line.IsTooLong)
        {
            problems.Error(line.Number, "", "line-too-long", $"The line has more than {Unfolding.Longest / 1024} KiB. Take its attachment or its text out.");
        }
        else
        {
            problems.Error(line.Number, "", "broken-line", "This is no line of a calendar: they are NAME:value or NAME;PARAMETER=value:value. A line that goes on begins with a space.", line.Text);
        }
    }
}
