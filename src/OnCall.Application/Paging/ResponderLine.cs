using NodaTime;

namespace OnCall.Application.Paging;

/// <summary>Someone whom the page has notified.</summary>
/// <param name="Standing"><c>notified</c>, <c>acknowledged</c>, <c>declined</c>, <c>shiftEnded</c> or <c>rerouted</c>.</param>
/// <param name="Tier">Null for a named backup and for the desk.</param>
/// <param name="Reachable">False when they had no verified contact method on a working channel, or all have failed.</param>
public sealed record ResponderLine(PersonLine Person, string Standing, int? Tier, Instant Since, bool Reachable);
