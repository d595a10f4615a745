using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Excel;

/// <summary>Tells each row of a sheet which merged cells touch it.</summary>
internal static class MergedRows
{
    /// <summary>More are not followed.</summary>
    public const int Most = 20_000;

    /// <param name="rows">In order.</param>
    public static IEnumerable<TableRow> Of(IEnumerable<TableRow> rows, IReadOnlyList<MergedCells> merged)
    {
        if (merged.Count > Most)
        {
            throw WorkbookFault.TooLarge($"it has more than {Most} merged cells");
        }

        var (waiting, open) = (new Queue<MergedCells>(merged.OrderBy(cells => cells.FirstRow)), Array.Empty<MergedCells>());
        foreach (var row in rows)
        {
            if (Array.Exists(open, cells => cells.LastRow < row.Number) || (waiting.TryPeek(out var next) && next.FirstRow <= row.Number))
            {
                open = [.. Open(open, waiting, row).OrderBy(cells => cells.FirstColumn)];
                if (open.Zip(open.Skip(1)).Any(pair => pair.Second.FirstColumn <= pair.First.LastColumn))
                {
                    throw WorkbookFault.Corrupt($"merged cells lie over each other in row {row.Number}");
                }
            }

            yield return open.Length == 0 ? row : row with { Merged = open };
        }
    }

    private static List<MergedCells> Open(MergedCells[] open, Queue<MergedCells> waiting, TableRow row)
    {
        var still = open.Where(cells => cells.LastRow >= row.Number).ToList();
        while (waiting.TryPeek(out var next) && next.FirstRow <= row.Number)
        {
            waiting.Dequeue();
            next.Text = next.FirstRow == row.Number && next.FirstColumn < row.Cells.Length ? row.Cells[next.FirstColumn].Trim() : "";
            if (next.LastRow >= row.Number)
            {
                still.Add(next);
            }
        }

        return still;
    }
}
