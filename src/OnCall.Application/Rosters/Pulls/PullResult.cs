using OnCall.Application.Notices;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>What one look writes, in one transaction.</summary>
/// <param name="Claim">The claim that the look was made under.</param>
/// <param name="Version">The settings that it was made by.</param>
/// <param name="Taken">The shifts that were taken; null leaves those of the success before.</param>
/// <param name="Held">The shifts of the preview that is held; null leaves those of the one before.</param>
public sealed record PullResult(
    RosterPullId Id, Guid Claim, int Version, PullState State, IReadOnlyCollection<TakenShift>? Taken, IReadOnlyCollection<TakenShift>? Held,
    AuditEntry? Audit, IReadOnlyList<NewNotice> Notices);
