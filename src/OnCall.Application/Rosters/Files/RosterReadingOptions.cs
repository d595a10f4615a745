using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Files;

/// <summary>What the uploader says about a file beyond its bytes. What is left out is told by the file.</summary>
public sealed record RosterReadingOptions
{
    /// <summary>The role of a file that is about one role and names none.</summary>
    public string? Role { get; init; }

    /// <summary>Columns mapped by hand: our name of a column (<c>startDate</c>) to the heading in the file.</summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>();

    /// <summary>A text's encoding by its registered name: <c>shift_jis</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>What separates the columns of a text: one character, or <c>tab</c>.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The name of a workbook's sheet; the first that is not hidden otherwise.</summary>
    public string? Sheet { get; init; }

    public DateOrder? DateOrder { get; init; }

    /// <summary>What the letters of a grid mean: <c>N</c> to <c>20:00-08:00</c>; an empty text is a day off.</summary>
    public IReadOnlyDictionary<string, string> Legend { get; init; } = new Dictionary<string, string>();

    /// <summary>Shifts that repeat without an end are followed until then.</summary>
    public Instant RepeatUntil { get; init; } = Instant.MaxValue;

    /// <summary>More rows, or more shifts, than this are a problem.</summary>
    public int MaxRows { get; init; } = 100_000;
}
