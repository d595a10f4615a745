using NodaTime;

namespace OnCall.Application.Rosters.Paper;

/// <summary>A time over which the same people answer, [From, To).</summary>
/// <param name="People">By tier; empty when nobody answers.</param>
/// <param name="IsGap">Nobody answers though the role must be covered then.</param>
public sealed record PaperStretch(Instant From, Instant To, IReadOnlyList<PaperPerson> People, bool IsGap);
