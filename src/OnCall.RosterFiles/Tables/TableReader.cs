using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;
using OnCall.RosterFiles.Grid;

namespace OnCall.RosterFiles.Tables;

/// <summary>Reads a sheet whose first row that holds anything has the headings, whatever file it came from.</summary>
internal static class TableReader
{
    /// <summary>Whether the first rows have the headings of a list or the days of a grid.</summary>
    public static bool IsRoster(IEnumerable<TableRow> rows, RosterReadingOptions options)
    {
        var top = new SheetTop(rows);
        return ListRows.IsList(top.First, options) || GridDays.Find(top.First, options) is not null;
    }

    /// <param name="legend">The rows of a sheet beside this one that says what shift letters mean.</param>
    public static RosterReading Read(string format, string encoding, IEnumerable<TableRow> rows, RosterReadingOptions options, Func<IEnumerable<TableRow>>? legend = null)
    {
        var problems = new RosterProblems();
        var top = new SheetTop(rows);
        if (GridDays.Find(top.First, options) is { } days)
        {
            return new GridReader(days, options, problems).Read(format, encoding, top, legend);
        }

        var drafts = new List<DraftShift>();
        var orders = new DateOrders();
        var waiting = new List<TableRow>();
        RowReader? reader = null;
        var names = RosterColumns.Default;
        IReadOnlyDictionary<string, string> mapped = new Dictionary<string, string>();
        var (count, headingRow) = (0, 0);
        foreach (var row in ListRows.Of(top, options, problems))
        {
            if (reader is null)
            {
                if (row.Fault is { } fault)
                {
                    problems.Error(row.Number, "", "broken-row", fault);
                    break;
                }

                var columns = HeadingReader.Read(row, options, problems);
                headingRow = row.Number;
                if (problems.HasErrors)
                {
                    break;
                }

                names = columns.Names();
                mapped = columns.Mapped();
                reader = new RowReader(columns, options, problems);
            }
            else if (++count > options.MaxRows)
            {
                problems.Error(row.Number, "", "too-many-rows", $"A file may have {options.MaxRows} rows. Split it by role or by time.");
                break;
            }
            else if (options.DateOrder is null && row.Fault is null && reader.WantsOrder(row, orders))
            {
                waiting.Add(row);
            }
            else if (reader.Read(row) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        if (reader is not null && waiting.Count > 0)
        {
            reader.Settle(orders);
            drafts.AddRange(waiting.Select(reader.Read).OfType<DraftShift>());
            drafts.Sort((one, other) => one.Row.CompareTo(other.Row));
        }

        if (reader is null && !problems.HasErrors)
        {
            problems.Error(0, "", "empty-file", "The file is empty. Its first row must hold the headings: Role, Employee no, Start, End, Tier.");
        }
        else if (count == 0 && !problems.HasErrors)
        {
            problems.Error(0, "", "no-rows", "The file has headings and no shifts under them.");
        }

        return new RosterReading(format, encoding, count, names, drafts, problems)
        {
            DateOrder = orders.IsNeeded ? orders.Decided : options.DateOrder,
            Mapped = mapped,
            HeadingRow = headingRow,
        };
    }
}
