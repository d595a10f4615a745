using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>A rotation as answers show it.</summary>
/// <param name="On">The weekday of hand-offs; null for a daily rotation.</param>
/// <param name="TimeZone">The zone of the role, whose wall clock all times and dates go by.</param>
/// <param name="MadeTo">To where its shifts are made; a preview tells to where they would be.</param>
public sealed record RotationView(
    string Code,
    RoleName Role,
    int Tier,
    IReadOnlyList<PersonName> People,
    string Every,
    int Turns,
    string HandOff,
    string? On,
    string From,
    string? Until,
    CoverageTimes Hours,
    int HorizonDays,
    IReadOnlyList<RotationExceptionView> Exceptions,
    string? Label,
    string TimeZone,
    Instant MadeTo);
