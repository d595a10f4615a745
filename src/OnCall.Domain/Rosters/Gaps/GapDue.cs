namespace OnCall.Domain.Rosters.Gaps;

/// <summary>A gap that is to be told now.</summary>
/// <param name="Lead">The nearest that it has reached: those before it are not made up for.</param>
/// <param name="Replaced">What was told of this time and is no longer right.</param>
public sealed record GapDue(Gap Gap, GapLead Lead, IReadOnlyList<GapWarningId> Replaced);
