using System.Text.Json.Serialization;

namespace OnCall.Application.Presets;

/// <summary>A preset as it is to be from now on: what is left out takes its default.</summary>
/// <param name="Code">A slug; in a body it may be left out, else it is that of the path.</param>
/// <param name="Name">At most 60 characters. Stands in the subject of each page, and never leaves the building.</param>
/// <param name="Urgency"><c>code</c>, <c>urgent</c> or <c>critical-result</c>: whoever can wait is not called by a team's button.</param>
/// <param name="Roles">1 to 20 codes, names or aliases, in the order in which they are shown.</param>
/// <param name="OrgUnit">Code of the unit whose administrators change it; left out: the whole hospital.</param>
/// <param name="Subject">At most 75 characters, after the name in each page's subject. Nothing about a patient; never leaves the building.</param>
/// <param name="Body">At most 4,000 characters. Nothing about a patient; never leaves the building.</param>
/// <param name="AsksWhere">Left out: whoever sets it off must say where.</param>
/// <param name="Active">Left out: it can be set off.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutPresetRequest(
    string? Code,
    string? Name,
    string? Urgency,
    IReadOnlyList<string>? Roles,
    string? OrgUnit = null,
    string? Subject = null,
    string? Body = null,
    bool AsksWhere = true,
    bool Active = true);
