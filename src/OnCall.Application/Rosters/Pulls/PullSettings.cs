namespace OnCall.Application.Rosters.Pulls;

/// <summary>Where a roster is fetched, how often, and how its files are read. Never the secret of its header.</summary>
/// <param name="Url">http or https; null for a folder.</param>
/// <param name="Pattern">File name with <c>*</c>; null for any.</param>
/// <param name="EveryMinutes">5 to 1440.</param>
/// <param name="TimeZone">The IANA zone of times that are written without an offset.</param>
/// <param name="HeaderName">Of the header that is sent with the request; null for none.</param>
public sealed record PullSettings(
    string? Url, string? Folder, string? Pattern, int EveryMinutes, string TimeZone, string? Role, string? Format, string? Encoding, string? Delimiter,
    string? Sheet, string? DateOrder, IReadOnlyDictionary<string, string>? Mapping, IReadOnlyDictionary<string, string>? Legend, string? Source,
    string? HeaderName, int StaleAfterHours, bool Enabled);
