namespace OnCall.Application.Rosters.Feeds;

/// <summary>Writes calendars as programs subscribe to them.</summary>
public interface IFeedWriter
{
    /// <summary>The whole text; the same for the same calendar.</summary>
    string Write(FeedCalendar calendar);
}
