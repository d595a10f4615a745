namespace OnCall.Data.Rows;

/// <summary>A value as SQLite stores it.</summary>
/// <param name="Length">Of a text, in bytes.</param>
/// <param name="Number">The value where <paramref name="Kind"/> is a number; where it is text, its place among the texts of all rows.</param>
internal readonly record struct Cell(CellKind Kind, int Length, long Number);
