namespace OnCall.Application.Rosters.Files;

/// <summary>
/// The problems of one upload, by row. Keeps the first of them only, so that a file that is wrong in every cell is answered
/// in a readable size; an error is never crowded out by warnings.
/// </summary>
public sealed class RosterProblems
{
    /// <summary>How many errors and how many warnings are kept.</summary>
    public const int Kept = 500;

    private readonly List<RosterProblem> _errors = [];
    private readonly List<RosterProblem> _warnings = [];
    private int _errorCount;
    private int _warningCount;

    public bool HasErrors => _errorCount > 0;

    /// <summary>Whether further errors are only counted.</summary>
    public bool IsFull => _errorCount >= Kept;

    public void Error(int row, string column, string code, string message, string? value = null) =>
        Add(_errors, ref _errorCount, new RosterProblem(row, column, ProblemSeverity.Error, code, message, Shown(value)));

    public void Warn(int row, string column, string code, string message, string? value = null) =>
        Add(_warnings, ref _warningCount, new RosterProblem(row, column, ProblemSeverity.Warning, code, message, Shown(value)));

    /// <summary>By row, errors first within one; what was left out is counted at the end.</summary>
    public IReadOnlyList<RosterProblem> ToList() =>
        _errors.Concat(_warnings).OrderBy(p => p.Row).ThenBy(p => p.Severity)
            .Concat(More(_errorCount, ProblemSeverity.Error))
            .Concat(More(_warningCount, ProblemSeverity.Warning))
            .ToList();

    private static void Add(List<RosterProblem> kept, ref int count, RosterProblem problem)
    {
        if (count++ < Kept)
        {
            kept.Add(problem);
        }
    }

    private static IEnumerable<RosterProblem> More(int count, ProblemSeverity severity)
    {
        if (count > Kept)
        {
            yield return new RosterProblem(0, "", severity, "more-problems", $"{count - Kept} more like these are not listed. Correct these first and upload the file again.");
        }
    }

    private static string? Shown(string? value) => value is { Length: > 100 } ? value[..100] + "…" : value;
}
