using OnCall.Application.Rosters.Files;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Some rows of a file as they stand there: its headings, the first beneath them, and those that problems are about.</summary>
internal sealed class ShownRows
{
    private const int MostRows = 100;
    private const int MostCells = 30;
    private const int LongestCell = 60;
    private const int SampleRows = 3;

    private readonly Dictionary<int, IReadOnlyList<string>> _rows = [];

    private ShownRows()
    {
    }

    /// <summary>Null where the file has none.</summary>
    public IReadOnlyList<string>? Headings { get; private set; }

    public IReadOnlyList<IReadOnlyList<string>>? Sample { get; private set; }

    /// <summary>Reads the file once more, as far as the last row that is wanted. What cannot be read again is not shown.</summary>
    public static ShownRows Of(IRosterReader reader, RosterFile file, RosterReading reading)
    {
        var shown = new ShownRows();
        var wanted = reading.Problems.ToList().Select(p => p.Row).Where(r => r > 0).Distinct().Take(MostRows).ToHashSet();
        var sample = new List<IReadOnlyList<string>>();
        var last = wanted.Count == 0 ? 0 : wanted.Max();
        try
        {
            foreach (var row in reader.RowsOf(file, reading))
            {
                if (reading.HeadingRow > 0 && row.Number == reading.HeadingRow)
                {
                    shown.Headings = Cut(row);
                }
                else if (reading.HeadingRow > 0 && row.Number > reading.HeadingRow && sample.Count < SampleRows)
                {
                    sample.Add(Cut(row));
                }

                if (wanted.Contains(row.Number))
                {
                    shown._rows[row.Number] = Cut(row);
                }

                if (row.Number >= last && (sample.Count == SampleRows || reading.HeadingRow == 0))
                {
                    break;
                }
            }
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // A file that breaks off was told of by its reading.
        }

        shown.Sample = sample.Count > 0 ? sample : null;
        return shown;
    }

    /// <summary>The problems, each with its row where that is shown.</summary>
    public IReadOnlyList<RosterProblem> With(IReadOnlyList<RosterProblem> problems) =>
        [.. problems.Select(p => _rows.TryGetValue(p.Row, out var cells) ? p with { Cells = cells } : p)];

    private static List<string> Cut(WrittenRow row) => [.. row.Cells.Take(MostCells).Select(c => c.Length > LongestCell ? c[..LongestCell] + "…" : c)];
}
