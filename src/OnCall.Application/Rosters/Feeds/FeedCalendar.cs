using NodaTime;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>A calendar to subscribe to. It holds names of staff and roles, and nothing of pages or patients.</summary>
/// <param name="Name">As calendars list it.</param>
/// <param name="Zone">By whose wall clock the times are written.</param>
/// <param name="Events">In order of start.</param>
public sealed record FeedCalendar(string Name, DateTimeZone Zone, IReadOnlyList<FeedEvent> Events);
