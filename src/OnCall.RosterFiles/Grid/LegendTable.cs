using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Grid;

/// <summary>Where a table of shift letters has its columns.</summary>
/// <param name="Heading">The heading over the letters.</param>
/// <param name="Hours">The columns of start and end; one and the same where a range is written.</param>
/// <param name="RolePlace">The column of the role, or -1.</param>
internal sealed record LegendTable(string Heading, int LetterPlace, (int Start, int End) Hours, int RolePlace)
{
    public string Letter(TableRow row) => Cell(row, LetterPlace);

    /// <summary>False when the row has a letter and no readable times.</summary>
    /// <param name="add">Takes letter, hours and role.</param>
    public bool Read(TableRow row, Func<string, string, string?, bool> add)
    {
        var letter = Letter(row);
        if (letter.Length == 0)
        {
            return true;
        }

        var (start, end) = (Cell(row, Hours.Start), Cell(row, Hours.End));
        var role = Cell(row, RolePlace) is { Length: > 0 } named ? named : null;
        return add(letter, Hours.Start == Hours.End || start.Length + end.Length == 0 ? start : $"{start}-{end}", role);
    }

    private static string Cell(TableRow row, int place) => place >= 0 && place < row.Cells.Length ? row.Cells[place].Trim() : "";
}
