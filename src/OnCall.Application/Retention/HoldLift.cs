using NodaTime;

namespace OnCall.Application.Retention;

/// <summary>Who lifted a hold, when and why.</summary>
public sealed record HoldLift(Instant At, string By, string Reason);
