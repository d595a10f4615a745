using System.Text.Json.Serialization;

namespace OnCall.Application.Retention;

/// <summary>How long a class is to be kept: days, or for ever.</summary>
/// <param name="OrgUnit">The unit's code; left out for the whole hospital.</param>
/// <param name="Days">Of 24 hours.</param>
/// <param name="Forever">True instead of days.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RetentionRuleBody(string? OrgUnit = null, int? Days = null, bool? Forever = null);
