using System.Text.Json.Serialization;
using OnCall.Application.Directory.Preferences;

namespace OnCall.Application.Directory;

/// <summary>A person as they are to be from now on: what is left out takes its default, also where it was something else before.</summary>
/// <param name="EmployeeNo">The hospital's own number; in a body it may be left out, else it is that of the path.</param>
/// <param name="Name">At most 200 characters.</param>
/// <param name="ContactMethods">In the order the person wants them, at most 20; left out: none.</param>
/// <param name="Active">Left out: true.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="OrgUnit">Code of their unit.</param>
/// <param name="Permissions">Left out: <c>staff</c>.</param>
/// <param name="Preferences">
/// Left out: as they are, since they are the person's own; an empty list takes them away. Each names one of <paramref name="ContactMethods"/>.
/// </param>
/// <param name="Position">What they are, in the hospital's own words, at most 100 characters: <c>consultant</c>.</param>
/// <param name="Rank">1 to 99, the higher the more senior.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutPersonRequest(
    string? EmployeeNo,
    string? Name,
    IReadOnlyList<ContactMethodInput>? ContactMethods = null,
    bool? Active = null,
    string? Language = null,
    string? OrgUnit = null,
    IReadOnlyList<GrantInput>? Permissions = null,
    IReadOnlyList<PreferenceInput>? Preferences = null,
    string? Position = null,
    int? Rank = null);
