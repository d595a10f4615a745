using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>How a roster that is fetched stands.</summary>
/// <param name="Trouble">Why the last one was not taken; null when all is well.</param>
/// <param name="Success">The last time that all was well; before the first, when it was set up.</param>
public sealed record RosterPullState(string Code, string? Trouble, Instant? TroubleSince, Instant Success, Duration StaleAfter);
