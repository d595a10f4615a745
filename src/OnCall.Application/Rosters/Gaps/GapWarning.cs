using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>One telling of one gap.</summary>
/// <param name="Circle">How far up the house was told: 0 is the nearest unit with schedulers.</param>
/// <param name="UntoldAt">Since when there is nobody left to tell; null while there is.</param>
/// <param name="NeverRostered">Nobody has ever been on the role: told quietly, and no matter of the board.</param>
public sealed record GapWarning(
    GapWarningId Id, RoleId Role, string RoleCode, string RoleName, DateTimeZone Zone, Instant Start, Instant? End, GapSize Size, GapLead Lead, int Circle,
    Instant At, Instant? UntoldAt, bool NeverRostered, IReadOnlyList<WarnedPerson> People)
{
    public ToldGap Told => new(Id, Role, Start, End, Size, Lead);

    /// <summary>Somebody has it, as far as a machine can know.</summary>
    public bool HasReached => People.Any(p => p.HasReached);

    /// <summary>Nobody has it, and nobody is still being told.</summary>
    public bool HasFailed => People.All(p => p is { HasReached: false, State: not NoticeState.Open });

    internal GapFact Fact => new(RoleName, Start, End, Size, Zone);
}
