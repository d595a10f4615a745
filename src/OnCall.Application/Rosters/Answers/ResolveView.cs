using System.Text.Json.Serialization;
using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Answers;

/// <summary>Who answers for a role at an instant.</summary>
/// <param name="Responders">All tiers in order; empty when the role is uncovered.</param>
/// <param name="Next">Null when the known roster holds no change.</param>
/// <param name="Fallback">Only when the role is uncovered.</param>
public sealed record ResolveView(
    RoleName Role,
    Instant At,
    bool Covered,
    IReadOnlyList<ResponderView> Responders,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NextView? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FallbackView? Fallback);
