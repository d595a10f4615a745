using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>One person standing in for another over [start, end). The latest cover wins.</summary>
/// <param name="Instead">Who is stood in for; null replaces the only person on tier 1.</param>
/// <param name="Tier">The tier that the cover answers on.</param>
public sealed record Cover(
    CoverId Id,
    RoleId Role,
    PersonId Person,
    PersonId? Instead,
    int Tier,
    Instant Start,
    Instant End,
    string Reason,
    Instant CreatedAt);
