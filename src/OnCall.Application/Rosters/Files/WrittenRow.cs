namespace OnCall.Application.Rosters.Files;

/// <summary>A row as it stands in a file.</summary>
/// <param name="Number">As a spreadsheet shows it, from 1.</param>
public sealed record WrittenRow(int Number, IReadOnlyList<string> Cells);
