namespace OnCall.Application.Rosters.Files;

/// <summary>What the uploader says about a file beyond its bytes.</summary>
public sealed record RosterReadingOptions
{
    /// <summary>The role of a file that is about one role and names none.</summary>
    public string? Role { get; init; }

    /// <summary>Columns mapped by hand: our name of a column (<c>startDate</c>) to the heading in the file.</summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>();

    /// <summary>More rows than this are a problem.</summary>
    public int MaxRows { get; init; } = 100_000;
}
