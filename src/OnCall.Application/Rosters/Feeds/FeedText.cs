using NodaTime;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>A feed as it is sent.</summary>
/// <param name="Text">iCalendar, RFC 5545, to be sent in UTF-8. The same until something in it changes.</param>
/// <param name="ChangedAt">When it last changed.</param>
public sealed record FeedText(string Text, Instant ChangedAt);
