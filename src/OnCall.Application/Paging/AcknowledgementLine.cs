using NodaTime;

namespace OnCall.Application.Paging;

/// <summary>Who took it, when, and in what words.</summary>
public sealed record AcknowledgementLine(PersonLine Person, Instant At, string? Reply, string? ReadBack);
