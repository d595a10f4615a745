namespace OnCall.RosterFiles.Tables;

/// <summary>One row of a sheet.</summary>
/// <param name="Number">As a spreadsheet shows it, from 1.</param>
/// <param name="Fault">What makes the row unreadable as a row ("a quote is never closed"), or null.</param>
internal sealed record TableRow(int Number, string[] Cells, string? Fault = null)
{
    public bool IsBlank => Fault is null && Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}
