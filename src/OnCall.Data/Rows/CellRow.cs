namespace OnCall.Data.Rows;

/// <summary>The values of one row, ready to be bound.</summary>
/// <param name="Text">All its texts, one behind the other, in UTF-8.</param>
internal sealed record CellRow(Cell[] Cells, byte[] Text);
