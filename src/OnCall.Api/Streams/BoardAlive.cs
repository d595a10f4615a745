using NodaTime;

namespace OnCall.Api.Streams;

/// <summary>The event <c>alive</c> of the board's stream: a sign of life, behind every change and at least every 4 s.</summary>
/// <param name="At">The server's clock, by which boards count down.</param>
internal sealed record BoardAlive(Instant At);
