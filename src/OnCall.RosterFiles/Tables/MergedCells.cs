namespace OnCall.RosterFiles.Tables;

/// <summary>Cells that a spreadsheet shows as one. The first of them holds what all of them say.</summary>
/// <param name="FirstRow">From 1.</param>
/// <param name="FirstColumn">From 0.</param>
internal sealed record MergedCells(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    /// <summary>Known once its first row is read.</summary>
    public string Text { get; set; } = "";
}
