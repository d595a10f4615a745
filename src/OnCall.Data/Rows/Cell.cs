namespace OnCall.Data.Rows;

/// <summary>A value as SQLite stores it.</summary>
/// <param name="Number">The value where <paramref name="Kind"/> is a number; where it is text, its place in the row's text.</param>
/// <param name="Length">Of a text, in bytes.</param>
internal readonly record struct Cell(CellKind Kind, long Number, int Length);
