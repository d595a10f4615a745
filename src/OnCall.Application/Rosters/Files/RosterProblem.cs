using System.Text.Json.Serialization;

namespace OnCall.Application.Rosters.Files;

/// <summary>One thing that is wrong, or odd, in a roster file.</summary>
/// <param name="Row">As a spreadsheet numbers it; 1 is the headings, 0 the file as a whole.</param>
/// <param name="Column">The file's own heading, or empty for the whole row.</param>
/// <param name="Code">Stable: <c>unknown-role</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Value">What stands there, where it helps.</param>
public sealed record RosterProblem(int Row, string Column, ProblemSeverity Severity, string Code, string Message, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value = null)
{
    /// <summary>The row as it stands in the file, cell by cell, cut where it is long; null where a problem is of no row, or not among the first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Cells { get; init; }
}
