using System.Text.Json.Serialization;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Directory;

/// <summary>A unit as it is to be from now on.</summary>
/// <param name="Code">Lower-case letters, digits, dashes, slashes; in a body it may be left out, else it is that of the path.</param>
/// <param name="Name">At most 200 characters.</param>
/// <param name="Parent">Code of the unit above; left out: the top.</param>
/// <param name="TimeZone">IANA zone; left out: the parent's.</param>
/// <param name="SwapApproval"><c>none</c> or <c>scheduler</c>: whether swaps of its roles want a scheduler's approval; left out: the parent's, at the top <c>scheduler</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutOrgUnitRequest(string? Code, string? Name, string? Parent = null, string? TimeZone = null, SwapApproval? SwapApproval = null);
