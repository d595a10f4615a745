using OnCall.Domain.Rosters;

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
    RosterProblems Problems)
{
    /// <summary>What separates the columns of a text, or null.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The sheet that was read, or null where a file has none.</summary>
    public string? Sheet { get; init; }

    /// <summary>How dates such as 12/10/2026 were read; null when the file has none.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>The row that has the headings, or 0.</summary>
    public int HeadingRow { get; init; }

    /// <summary>Our name of each column that was found to the file's own heading, as a mapping by hand would write it.</summary>
    public IReadOnlyDictionary<string, string> Mapped { get; init; } = new Dictionary<string, string>();
}
