using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.Tables;

/// <summary>
/// The rows of a sheet that has a shift a row: from its headings on, without titles above them and without headings that a
/// printed page repeats.
/// </summary>
internal static class ListRows
{
    private static readonly RosterField[] Required =
        [RosterField.Role, RosterField.EmployeeNo, RosterField.Name, RosterField.Start, RosterField.StartDate, RosterField.StartTime, RosterField.End, RosterField.EndDate, RosterField.EndTime];

    private static readonly RosterField[] Persons = [RosterField.EmployeeNo, RosterField.Name, RosterField.Mail];
    private static readonly RosterField[] Starts = [RosterField.Start, RosterField.StartTime, RosterField.StartDate];
    private static readonly RosterField[] Ends = [RosterField.End, RosterField.EndTime, RosterField.EndDate];

    public static IEnumerable<TableRow> Of(SheetTop top, RosterReadingOptions options, RosterProblems problems)
    {
        string[]? headings = null;
        var (headingRow, toldOfHidden) = (0, false);
        foreach (var written in top.From(HeadingsAt(top.First, options)))
        {
            var row = headings is null ? written : written.Filled(headingRow, headings.Length);
            if (headings is null)
            {
                (headings, headingRow) = (row.Fault is null ? row.Cells : [], row.Number);
                yield return row;
            }
            else if (AreSame(headings, row.Cells))
            {
                problems.Warn(row.Number, "", "repeated-headings", "The headings stand here once more. The row is left out.");
            }
            else if (!HasErrors(row, headings, options, problems))
            {
                toldOfHidden = HiddenRows.Tell(row, toldOfHidden, problems);
                yield return row;
            }
        }
    }

    /// <summary>Whether the headings are those of a list: a shift a row, with its start and its end.</summary>
    public static bool IsList(IReadOnlyList<TableRow> rows, RosterReadingOptions options) => rows.Any(row =>
    {
        var fields = Fields(row, options);
        return fields.Overlaps(Starts) && fields.Overlaps(Ends);
    });

    private static int HeadingsAt(IReadOnlyList<TableRow> rows, RosterReadingOptions options)
    {
        var (best, most) = (0, 1);
        for (var i = 0; i < rows.Count; i++)
        {
            // What cannot be read as a row is no title to be passed over.
            if (rows[i].Fault is not null)
            {
                return most > 1 ? best : i;
            }

            // What stands further down with more headings is another list, and no reason to pass over the rows between.
            var known = Fields(rows[i], options);
            if (known.Overlaps(Persons) && known.Overlaps(Starts) && known.Overlaps(Ends))
            {
                return i;
            }

            if (known.Count > most && known.Count(field => Required.Contains(field)) >= 2)
            {
                (best, most) = (i, known.Count);
            }
        }

        return best;
    }

    private static HashSet<RosterField> Fields(TableRow row, RosterReadingOptions options) =>
        [.. row.Cells.Where(cell => cell.Length is > 0 and < 100).Select(cell => Meaning(cell, options)).OfType<RosterField>()];

    private static RosterField? Meaning(string heading, RosterReadingOptions options)
    {
        foreach (var (name, mapped) in options.Mapping)
        {
            if (Headings.AreSame(heading, mapped))
            {
                return Headings.ByOurName(name);
            }
        }

        return Headings.Meaning(heading);
    }

    private static bool AreSame(string[] headings, string[] cells)
    {
        for (var i = 0; i < Math.Max(headings.Length, cells.Length); i++)
        {
            if (!At(headings, i).Equals(At(cells, i), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return headings.Length > 0;
    }

    private static bool HasErrors(TableRow row, string[] headings, RosterReadingOptions options, RosterProblems problems)
    {
        var any = false;
        for (var i = 0; i < Math.Min(row.Cells.Length, headings.Length); i++)
        {
            if (CellErrors.Is(row.Cells[i]) && Meaning(headings[i], options) is not null)
            {
                problems.Error(row.Number, headings[i].Trim(), CellErrors.Code, CellErrors.Message(row.Cells[i]), row.Cells[i].Trim());
                any = true;
            }
        }

        return any;
    }

    private static ReadOnlySpan<char> At(string[] cells, int place) => place < cells.Length ? cells[place].AsSpan().Trim() : [];
}
