using System.Text.Json.Serialization;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Answers;

namespace OnCall.Application.Rosters.Search;

/// <summary>A role that a search found, and who answers for it now.</summary>
/// <param name="OrgUnit">Null for a role of the whole house.</param>
/// <param name="TimeZone">IANA name; by its wall clock the times are told.</param>
/// <param name="Favourite">Marked as such by who searches.</param>
/// <param name="Recent">Paged by who searches within the last 30 days.</param>
/// <param name="Responders">All tiers in order; empty when the role is uncovered.</param>
/// <param name="Fallback">Where a page goes when the role is uncovered; left out where it is covered.</param>
public sealed record FoundRole(
    string Code,
    string Name,
    UnitName? OrgUnit,
    string TimeZone,
    bool Favourite,
    bool Recent,
    Instant At,
    bool Covered,
    IReadOnlyList<ResponderView> Responders,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FallbackView? Fallback);
