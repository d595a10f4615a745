using System.Text.Json.Serialization;

namespace OnCall.Application.Directory;

/// <summary>A role as it is to be from now on: what is left out takes its default.</summary>
/// <param name="Code">A slug that may hold slashes; in a body it may be left out, else it is that of the path.</param>
/// <param name="Name">At most 200 characters; like every alias, no other role may be written so.</param>
/// <param name="Aliases">At most 30 further names, in any language.</param>
/// <param name="OrgUnit">Code of its unit.</param>
/// <param name="Policy">Code of its policy; left out: the default policy.</param>
/// <param name="FallbackRole">Code, name or alias of the role that answers when nobody on this one can be reached.</param>
/// <param name="Coverage">Left out: all day, every day.</param>
/// <param name="ContactMethods">The role's own devices, handed from shift to shift.</param>
/// <param name="TimeZone">IANA zone; left out: the unit's.</param>
/// <param name="Demand">Left out: anybody may be put on it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutRoleRequest(
    string? Code,
    string? Name,
    IReadOnlyList<string>? Aliases = null,
    string? OrgUnit = null,
    string? Policy = null,
    string? FallbackRole = null,
    CoverageBody? Coverage = null,
    IReadOnlyList<ContactMethodInput>? ContactMethods = null,
    string? TimeZone = null,
    DemandBody? Demand = null);
