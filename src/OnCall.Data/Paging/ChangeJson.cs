using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>What decisions write, as the parameters of statements that write many at once.</summary>
internal static class ChangeJson
{
    // A repeat does not ring a telephone that still rings, or is spoken into, for this page: it would only be busy.
    private static readonly Duration LongestCall = Duration.FromMinutes(2);

    public static string States(IEnumerable<PageChange> changes, DatabaseProvider provider) => JsonRows.Write(changes, (json, change) =>
    {
        var next = change.Next;
        json.WriteString("page", next.Page.Value);
        json.WriteNumber("version", next.Version);
        json.WriteNumber("urgency", (int)next.Urgency);
        json.WriteString("phase", next.Phase.ToString());
        json.WriteBoolean("isOpen", next.IsOpen);
        json.WriteBoolean("ownersAsked", next.IsOverdue);
        json.WriteBoolean("atDesk", next.AtDesk);
        json.WriteString("role", next.Role.Value);
        json.WriteInstant("dueAt", next.DueAt, provider);
        json.WriteBoolean("failuresSeen", change.FailuresSeen);
        json.WriteInstant("now", change.Now, provider);
        json.WriteNumber("stamp", change.RosterStamp);
        json.WriteInstant("closedAt", next.ClosedAt, provider);

        // As text: a database would take an object apart and put it together again, twice.
        json.WriteString("state", StateJson.Utf8(next));
    });

    public static string Responders(IEnumerable<PageChange> changes, DatabaseProvider provider) =>
        JsonRows.Write(changes.SelectMany(c => c.Next.Responders.Select(r => (c.Next.Page, Responder: r))), (json, row) =>
        {
            json.WriteString("page", row.Page.Value);
            json.WriteString("person", row.Responder.Person.Value);
            json.WriteString("standing", row.Responder.Standing.ToString());
            json.WriteInstant("since", row.Responder.Since, provider);
        });

    public static string Notifications(IEnumerable<(PageChange Change, NewNotification Notification)> rows, DatabaseProvider provider) =>
        JsonRows.Write(rows, (json, row) =>
        {
            var (change, notification) = row;
            json.WriteString("id", notification.Id.Value);
            json.WriteString("page", change.Next.Page.Value);
            json.WriteId("person", notification.Person?.Value);
            json.WriteString("method", notification.Method.Id.Value);
            json.WriteString("kind", notification.Method.Kind.ToString());
            json.WriteString("address", notification.Method.Address);
            json.WriteBoolean("verified", notification.Method.Counts);
            json.WriteString("purpose", notification.Purpose.ToString());
            json.WriteNumber("urgency", (int)change.Next.Urgency);
            json.WriteNumber("step", notification.Step);
            json.WriteInstant("dueAt", notification.DueAt, provider);
            json.WriteInstant("turnAt", notification.TurnAt, provider);
            json.WriteInstant("callsSince", change.Now - LongestCall, provider);
            json.WriteInstant("now", change.Now, provider);
        });

    public static string Events(IEnumerable<PageEvent> events, DatabaseProvider provider)
    {
        var place = 0;
        return JsonRows.Write(events, (json, line) =>
        {
            json.WriteNumber("n", place++);
            json.WriteString("page", line.Page.Value);
            json.WriteInstant("at", line.At, provider);
            json.WriteString("kind", line.Kind.ToString());
            json.WriteId("person", line.Person?.Value);
            json.WriteString("who", line.Who);
            json.WriteString("channel", line.Channel?.ToString());
            json.WriteString("detail", line.Detail);
        });
    }
}
