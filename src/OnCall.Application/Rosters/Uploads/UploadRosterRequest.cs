using OnCall.Application.Rosters.Files;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>A roster file and how to take it. What is left out is told by the file, or by what is remembered of its source.</summary>
/// <param name="TimeZone">The IANA zone of times that are written without an offset.</param>
/// <param name="Format">A format's name; null to tell it by the file.</param>
/// <param name="Mapping">JSON: our names of columns to the file's headings; null to tell them by their headings.</param>
/// <param name="Role">The role of a file of one role that does not name it.</param>
/// <param name="CreateMissing">Make roles and people that do not exist yet.</param>
/// <param name="Publish">Put it in force at once, if nothing stands in the way.</param>
public sealed record UploadRosterRequest(
    RosterFile File,
    string? TimeZone,
    string? Format = null,
    string? Mapping = null,
    string? Role = null,
    bool CreateMissing = false,
    bool Publish = false)
{
    /// <summary>What the file's origin is called, so that what is told about it by hand is remembered for the next one.</summary>
    public string? Source { get; init; }

    /// <summary>A text's encoding by name.</summary>
    public string? Encoding { get; init; }

    /// <summary>What separates the columns of a text.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The sheet of a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary><c>dayFirst</c>, <c>monthFirst</c> or <c>yearFirst</c>.</summary>
    public string? DateOrder { get; init; }

    /// <summary>JSON: the letters of a grid to their times.</summary>
    public string? Legend { get; init; }

    /// <summary>Decides in place of <see cref="Publish"/>; null for an upload by hand.</summary>
    public IUploadGuard? Guard { get; init; }
}
