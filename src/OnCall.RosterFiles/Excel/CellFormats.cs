using System.Buffers;

namespace OnCall.RosterFiles.Excel;

/// <summary>Tells by number formats what numbers are; see ECMA-376 part 1, 18.8.30 and 18.8.31.</summary>
internal static class CellFormats
{
    private static readonly SearchValues<char> ClockSigns = SearchValues.Create("hHmMsS");

    /// <summary>The formats that every workbook has without writing them down.</summary>
    public static CellFormatKind BuiltIn(int id) => id switch
    {
        >= 14 and <= 17 => CellFormatKind.Date,
        (>= 18 and <= 21) or 45 or 47 => CellFormatKind.Time,
        22 => CellFormatKind.DateAndTime,
        46 => CellFormatKind.Hours,
        (>= 27 and <= 36) or (>= 50 and <= 58) => CellFormatKind.DateOrTime,
        _ => CellFormatKind.Number,
    };

    public static CellFormatKind Of(string? code)
    {
        var (signs, hours) = Signs(code ?? "");
        if (hours)
        {
            return CellFormatKind.Hours;
        }

        if (signs.Equals("general", StringComparison.OrdinalIgnoreCase))
        {
            return CellFormatKind.Number;
        }

        var time = signs.AsSpan().IndexOfAny("hHsS") >= 0;

        // An m beside hours or seconds is minutes, alone it is months.
        var date = signs.AsSpan().IndexOfAny(time ? "yYdD" : "yYdDmM") >= 0;
        return (date, time) switch
        {
            (true, true) => CellFormatKind.DateAndTime,
            (true, false) => CellFormatKind.Date,
            (false, true) => CellFormatKind.Time,
            _ => CellFormatKind.Number,
        };
    }

    /// <summary>The first section of a format without literal texts, colours and languages; and whether it counts hours on.</summary>
    private static (string Signs, bool Hours) Signs(string code)
    {
        var signs = new List<char>(code.Length);
        var hours = false;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = End(code, '"', i);
                    break;
                case '[':
                    var end = End(code, ']', i);
                    hours |= end > i + 1 && code.AsSpan(i + 1, end - i - 1).IndexOfAnyExcept(ClockSigns) < 0;
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                default:
                    signs.Add(code[i]);
                    break;
            }
        }

        return (string.Concat(signs), hours);
    }

    private static int End(string code, char sign, int from) => code.IndexOf(sign, from + 1) is >= 0 and var end ? end : code.Length;
}
