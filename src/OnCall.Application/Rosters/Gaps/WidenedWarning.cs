using NodaTime;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>A warning that reached nobody, and goes on to people further up.</summary>
/// <param name="UntoldAt">Set when there is nobody further up.</param>
public sealed record WidenedWarning(GapWarningId Id, int FromCircle, int ToCircle, Instant? UntoldAt);
