using System.Text.Json.Serialization;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>A pull as it is to be from now on.</summary>
/// <param name="OrgUnit">The code of a unit: the file may be about its roles and those of the units below.</param>
/// <param name="Url">http or https; this or <paramref name="Folder"/>.</param>
/// <param name="Folder">A folder of the server, within those that its settings allow.</param>
/// <param name="Pattern">File name with <c>*</c>, for a folder; the newest that matches counts.</param>
/// <param name="Every">Minutes, 5 to 1440; left out: 60.</param>
/// <param name="TimeZone">The IANA zone of times that are written without an offset.</param>
/// <param name="StaleAfterHours">1 to 8760; left out: 48.</param>
/// <param name="Enabled">Left out: true.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutRosterPullRequest(
    string? Code,
    string? OrgUnit,
    string? TimeZone,
    string? Url = null,
    string? Folder = null,
    string? Pattern = null,
    int? Every = null,
    string? Role = null,
    string? Format = null,
    string? Encoding = null,
    string? Delimiter = null,
    string? Sheet = null,
    string? DateOrder = null,
    IReadOnlyDictionary<string, string>? Mapping = null,
    IReadOnlyDictionary<string, string>? Legend = null,
    string? Source = null,
    PullHeaderBody? Header = null,
    int? StaleAfterHours = null,
    bool? Enabled = null);
