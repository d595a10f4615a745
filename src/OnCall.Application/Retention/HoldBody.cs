using System.Text.Json.Serialization;

namespace OnCall.Application.Retention;

/// <summary>A legal hold to be placed: on a page, a person or a unit with all below it.</summary>
/// <param name="Page">The page's id.</param>
/// <param name="Person">The employee number.</param>
/// <param name="OrgUnit">The unit's code.</param>
/// <param name="Reason">Why, at most 500 characters. Kept for ever: no patient data.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record HoldBody(Guid? Page = null, string? Person = null, string? OrgUnit = null, string? Reason = null);
