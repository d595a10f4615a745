namespace OnCall.Application.Rosters.Uploads;

/// <summary>What was told by hand about the files of a source; null where they tell it themselves.</summary>
public sealed record SourceSettings
{
    public string? Format { get; init; }

    /// <summary>JSON: our names of columns to the file's headings.</summary>
    public string? Mapping { get; init; }

    public string? Role { get; init; }

    public string? Encoding { get; init; }

    public string? Delimiter { get; init; }

    public string? Sheet { get; init; }

    public string? DateOrder { get; init; }

    /// <summary>JSON: the letters of a grid to their times.</summary>
    public string? Legend { get; init; }

    internal static SourceSettings Of(UploadRosterRequest request) => new()
    {
        Format = request.Format,
        Mapping = request.Mapping,
        Role = request.Role,
        Encoding = request.Encoding,
        Delimiter = request.Delimiter,
        Sheet = request.Sheet,
        DateOrder = request.DateOrder,
        Legend = request.Legend,
    };

    /// <summary>The request, with what it leaves out filled in from here.</summary>
    internal UploadRosterRequest Complete(UploadRosterRequest request) => request with
    {
        Format = request.Format ?? Format,
        Mapping = request.Mapping ?? Mapping,
        Role = request.Role ?? Role,
        Encoding = request.Encoding ?? Encoding,
        Delimiter = request.Delimiter ?? Delimiter,
        Sheet = request.Sheet ?? Sheet,
        DateOrder = request.DateOrder ?? DateOrder,
        Legend = request.Legend ?? Legend,
    };
}
