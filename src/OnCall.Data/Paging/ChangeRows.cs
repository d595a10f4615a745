using OnCall.Application.Paging;
using OnCall.Data.Notifications;
using OnCall.Data.Paging.States;
using OnCall.Data.Rows;
using OnCall.Data.Sealing;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>What decisions write, made ready before the turn to write: where one writes at a time, nobody waits while rows are put into words.</summary>
/// <param name="All">The decisions.</param>
/// <param name="Write">Marks the escalations that this write has reached.</param>
internal sealed record ChangeRows(
    IReadOnlyList<PageChange> All, Guid Write, ManyRows States, ManyRows Responders, ManyRows Notifications, ManyRows Events) : IDisposable
{
    public static ChangeRows Of(IReadOnlyList<PageChange> changes, Guid write, Database database) => new(
        changes,
        write,
        ManyRows.Of(database.Provider, changes, (row, change) => SetState(row, change, write, database.Seal)),
        ManyRows.Of(database.Provider, changes.SelectMany(c => Changed(c).Select(r => (c.Next.Page, r))), SetResponder),
        NotificationsOf(changes.SelectMany(c => c.Notifications.Select(n => (c, n))), database),
        EventsOf(changes.SelectMany(c => c.Events), database));

    public void Dispose()
    {
        States.Dispose();
        Responders.Dispose();
        Notifications.Dispose();
        Events.Dispose();
    }

    public static ManyRows NotificationsOf(IEnumerable<(PageChange Change, NewNotification Notification)> rows, Database database) =>
        ManyRows.Of(database.Provider, rows, SetNotification);

    /// <summary>Lines of trails, in their order.</summary>
    public static ManyRows EventsOf(IEnumerable<PageEvent> events, Database database)
    {
        var place = 0;
        return ManyRows.Of(database.Provider, events, (row, line) =>
        {
            row.Set("n", place++);
            row.Set("page", line.Page.Value);
            row.Set("at", line.At);
            row.Set("kind", line.Kind.ToString());
            row.Set("person", line.Person?.Value);
            row.Set("who", line.Who);
            row.Set("channel", line.Channel?.ToString());
            var closed = database.Seal.Sealed(line);
            row.Set("detail", closed is null ? line.Detail : "");
            row.Set("closed", closed);
        });
    }

    private static void SetState(RowWriter row, PageChange change, Guid write, TextSeal seal)
    {
        var next = change.Next;
        row.Set("page", next.Page.Value);
        row.Set("version", next.Version);
        row.Set("urgency", (int)next.Urgency);
        row.Set("phase", next.Phase.ToString());
        row.Set("isOpen", next.IsOpen);
        row.Set("ownersAsked", next.IsOverdue);
        row.Set("atDesk", next.AtDesk);
        row.Set("role", next.Role.Value);
        row.Set("dueAt", next.DueAt);
        row.Set("failuresSeen", change.FailuresSeen);
        row.Set("now", change.Now);
        row.Set("stamp", change.RosterStamp);
        row.Set("closedAt", next.ClosedAt);
        row.SetJson("state", seal.Sealed(next), StateWriter.Write);
        row.Set("write", write);
    }

    private static IEnumerable<Responder> Changed(PageChange change) => change.Before is { } before
        ? change.Next.Responders.Where(r => !before.Responders.Any(b => b.Person == r.Person && b.Standing == r.Standing && b.Since == r.Since))
        : change.Next.Responders;

    private static void SetResponder(RowWriter row, (PageId Page, Responder Responder) of)
    {
        row.Set("page", of.Page.Value);
        row.Set("person", of.Responder.Person.Value);
        row.Set("standing", of.Responder.Standing.ToString());
        row.Set("since", of.Responder.Since);
    }

    private static void SetNotification(RowWriter row, (PageChange Change, NewNotification Notification) of)
    {
        var (change, notification) = of;
        row.Set("id", notification.Id.Value);
        row.Set("page", change.Next.Page.Value);
        row.Set("person", notification.Person?.Value);
        row.Set("method", notification.Method.Id.Value);
        row.Set("kind", notification.Method.Kind.ToString());
        row.Set("address", notification.Method.Address);
        row.Set("verified", notification.Method.Counts);
        row.Set("purpose", notification.Purpose.ToString());
        row.Set("urgency", (int)change.Next.Urgency);
        row.Set("step", notification.Step);
        row.Set("dueAt", notification.DueAt);
        row.Set("turnAt", notification.TurnAt);
        row.Set("callsSince", change.Now - PageChange.LongestCall);
        row.Set("state", notification.Answer is { } answer ? DeliveryStates.StateOf(answer.Status, retry: false) : "Pending");
        row.Set("attempt", notification.Answer is null ? 0 : 1);
        row.Set("detail", notification.Answer?.Detail);
        row.Set("now", change.Now);
    }
}
