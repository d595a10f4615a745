using System.Text.Json.Serialization;

namespace OnCall.Application.Directory;

/// <summary>A permission as written.</summary>
/// <param name="Permission"><c>staff</c>, <c>dispatcher</c>, <c>scheduler</c>, <c>admin</c> or <c>auditor</c>.</param>
/// <param name="OrgUnit">Code of the unit it is limited to, with all below it; left out: the whole hospital.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record GrantInput(string? Permission, string? OrgUnit = null);
