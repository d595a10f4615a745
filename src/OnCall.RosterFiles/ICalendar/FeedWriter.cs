using OnCall.Application.Rosters.Feeds;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Writes feeds as iCalendar.</summary>
public sealed class FeedWriter : IFeedWriter
{
    public string Write(FeedCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return ICalendarWriter.Write(new CalendarFeed(calendar.Name, calendar.Zone, [.. calendar.Events.Select(Shift)]));
    }

    private static CalendarShift Shift(FeedEvent of) => new(
        of.Uid, of.Sequence, of.Start, of.End, of.ChangedAt, of.Summary, of.RoleName, of.RoleCode, of.Person.EmployeeNo, of.Person.Name, of.Tier, of.Label);
}
