using System.Text.Json.Serialization;

namespace OnCall.Application.Directory;

/// <summary>A unit as it is to be from now on.</summary>
/// <param name="Code">Lower-case letters, digits, dashes, slashes; in a body it may be left out, else it is that of the path.</param>
/// <param name="Name">At most 200 characters.</param>
/// <param name="Parent">Code of the unit above; left out: the top.</param>
/// <param name="TimeZone">IANA zone; left out: the parent's.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutOrgUnitRequest(string? Code, string? Name, string? Parent = null, string? TimeZone = null);
