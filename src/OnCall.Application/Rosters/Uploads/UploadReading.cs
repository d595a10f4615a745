using System.Text.Json.Serialization;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>How a file was read beyond its format and encoding; what is found here can be told otherwise in the next upload.</summary>
/// <param name="Source">The source that the file belongs to, or null.</param>
/// <param name="Delimiter">What separates the columns of a text, or null.</param>
/// <param name="Sheet">The sheet of a workbook, or null.</param>
/// <param name="DateOrder">How dates such as 12/10/2026 were read; null when the file has none.</param>
/// <param name="Mapping">Our name of each column to the file's own heading.</param>
public sealed record UploadReading(string? Source, string? Delimiter, string? Sheet, DateOrder? DateOrder, IReadOnlyDictionary<string, string> Mapping)
{
    /// <summary>The file's own headings in their order; null for a file that has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Headings { get; init; }

    /// <summary>The first rows beneath them, as they stand in the file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<string>>? Sample { get; init; }

    public static UploadReading Nothing { get; } = new(null, null, null, null, new Dictionary<string, string>());

    internal static UploadReading Of(RosterReading reading, string? source, ShownRows? rows = null) =>
        new(source, reading.Delimiter, reading.Sheet, reading.DateOrder, reading.Mapped) { Headings = rows?.Headings, Sample = rows?.Sample };
}
