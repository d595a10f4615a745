namespace OnCall.RosterFiles.Tables;

/// <summary>One row of a sheet.</summary>
/// <param name="Number">As a spreadsheet shows it, from 1.</param>
/// <param name="Fault">What makes the row unreadable as a row ("a quote is never closed"), or null.</param>
internal sealed record TableRow(int Number, string[] Cells, string? Fault = null)
{
    /// <summary>Whether the spreadsheet does not show it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The merged cells that touch it.</summary>
    public IReadOnlyList<MergedCells> Merged { get; init; } = [];

    public bool IsBlank => Fault is null && Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);

    /// <summary>The row with what merged cells show in it, of those that begin below the headings and within so many columns.</summary>
    public TableRow Filled(int headings, int columns)
    {
        if (Merged.All(merged => merged.FirstRow <= headings || merged.Text.Length == 0))
        {
            return this;
        }

        var cells = Cells.ToList();
        foreach (var merged in Merged.Where(merged => merged.FirstRow > headings && merged.Text.Length > 0))
        {
            for (var column = merged.FirstColumn; column <= merged.LastColumn && column < columns; column++)
            {
                cells.AddRange(Enumerable.Repeat("", Math.Max(0, column + 1 - cells.Count)));
                cells[column] = merged.Text;
            }
        }

        return this with { Cells = [.. cells] };
    }
}
