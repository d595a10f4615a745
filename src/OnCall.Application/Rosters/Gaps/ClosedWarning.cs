using NodaTime;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>A warning that stands no more: what of it was not sent yet is withdrawn.</summary>
public sealed record ClosedWarning(GapWarningId Id, GapClosing As, Instant At);
