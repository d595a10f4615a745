namespace OnCall.Application.Rosters.Files;

/// <summary>What a reader made of a file.</summary>
/// <param name="Encoding">As it was detected: <c>utf-8</c>.</param>
/// <param name="Rows">Rows that hold anything, the headings not among them.</param>
/// <param name="Drafts">The rows that could be read.</param>
public sealed record RosterReading(
    string Format,
    string Encoding,
    int Rows,
    RosterColumns Columns,
    IReadOnlyList<DraftShift> Drafts,
    RosterProblems Problems);
