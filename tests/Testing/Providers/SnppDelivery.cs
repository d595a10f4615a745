using NodaTime;

namespace OnCall.Testing.Providers;

/// <summary>A page that a stubbed SNPP gateway was told to send.</summary>
/// <param name="At">When SEND came in.</param>
/// <param name="Pager">The argument of PAGE.</param>
/// <param name="Text">From MESS, or from DATA with its dots restored and its lines joined by line feeds.</param>
/// <param name="Commands">All command lines of the session so far, SEND among them; not the lines of DATA.</param>
public sealed record SnppDelivery(Instant At, string Pager, string Text, IReadOnlyList<string> Commands);
