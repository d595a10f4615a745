using NodaTime;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>A gap that is told for the first time at this lead.</summary>
public sealed record NewGapWarning(GapWarningId Id, GapDue Due, DateTimeZone Zone, int Circle, Instant At, Instant? UntoldAt, bool NeverRostered)
{
    /// <summary>At most one of them stands, whichever node wrote it.</summary>
    public string Key => string.Join(
        ' ', Due.Gap.Role.Value.ToString("N"), Due.Lead, Due.Gap.Size, Due.Gap.Start.ToUnixTimeSeconds(), Due.Gap.End?.ToUnixTimeSeconds());
}
