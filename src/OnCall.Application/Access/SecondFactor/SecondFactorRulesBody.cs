using System.Text.Json.Serialization;

namespace OnCall.Application.Access.SecondFactor;

/// <summary>Who must have a second factor, as written.</summary>
/// <param name="Permissions">Whoever holds one of these anywhere: <c>admin</c>, <c>dispatcher</c>, …</param>
/// <param name="OrgUnits">Whoever works in one of these units, or below: their codes.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SecondFactorRulesBody(IReadOnlyList<string>? Permissions = null, IReadOnlyList<string>? OrgUnits = null);
