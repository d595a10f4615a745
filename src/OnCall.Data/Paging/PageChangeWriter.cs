using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>Writes decisions inside a transaction: state, responders, outbox, trail, audit. Few statements, however many decisions.</summary>
public sealed class PageChangeWriter(Database database, IIdSource ids)
{
    private static readonly Duration ReferenceKept = Duration.FromDays(7);

    private readonly SqlText _sql = SqlText.For<PageStore>(database.Provider);

    internal async Task InsertAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<PageChange> changes)
    {
        var rows = ChangeJson.States(changes, database.Provider);
        await connection.ExecuteAsync(_sql["InsertEscalations"], new { rows, write = NewWrite() }, transaction);
        await RestAsync(connection, transaction, changes);
    }

    /// <summary>Answers the pages of which nothing was written, since their version or the roster's stamp had moved on.</summary>
    internal async Task<IReadOnlyList<PageId>> UpdateAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<PageChange> changes)
    {
        var write = NewWrite();
        var rows = ChangeJson.States(changes, database.Provider);
        var count = await connection.ExecuteAsync(_sql["UpdateEscalations"], new { rows, write }, transaction);
        if (count == changes.Count)
        {
            await RestAsync(connection, transaction, changes);
            return [];
        }

        var kept = await WrittenAsync(connection, transaction, changes, write);
        await RestAsync(connection, transaction, [.. changes.Where(c => kept.Contains(c.Next.Page))]);
        return [.. changes.Select(c => c.Next.Page).Where(p => !kept.Contains(p))];
    }

    private object NewWrite() => database.Stored(ids.NewId());

    private async Task<HashSet<PageId>> WrittenAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<PageChange> changes, object write)
    {
        var kept = new HashSet<PageId>();
        foreach (var pages in database.Batches(changes.Select(c => c.Next.Page.Value)))
        {
            kept.UnionWith(await connection.QueryAsync<PageId>(_sql["Written"], new { pages, write }, transaction));
        }

        return kept;
    }

    private async Task RestAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<PageChange> changes)
    {
        foreach (var change in changes)
        {
            await CloseAsync(connection, transaction, change);
            await SilenceAsync(connection, transaction, change);
        }

        await RespondersAsync(connection, transaction, changes);
        var notifications = new List<(PageChange Change, NewNotification Notification)>();
        foreach (var change in changes)
        {
            notifications.AddRange(OncePerAddress(change).Select(n => (change, n)));
            notifications.AddRange((await ToldAsync(connection, transaction, change)).Select(n => (change, n)));
        }

        if (notifications.Count > 0)
        {
            await connection.ExecuteAsync(_sql["InsertNotifications"], new { rows = ChangeJson.Notifications(notifications, database.Provider) }, transaction);
        }

        await PageEvents.AppendAsync(connection, transaction, database.Provider, [.. changes.SelectMany(c => c.Events)]);
        await AuditTrail.AppendAsync(connection, transaction, database.Provider, [.. changes.SelectMany(c => c.Audit)]);
    }

    private async Task CloseAsync(DbConnection connection, DbTransaction transaction, PageChange change)
    {
        if (change.Next.ClosedAt is { } closed)
        {
            await connection.ExecuteAsync(_sql["HoldReference"], new { page = change.Next.Page, freeAt = closed + ReferenceKept }, transaction);
        }
    }

    private async Task RespondersAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<PageChange> changes)
    {
        var rows = ChangeJson.Responders(changes, database.Provider);
        await connection.ExecuteAsync(_sql["UpdateResponders"], new { rows }, transaction);
        await connection.ExecuteAsync(_sql["InsertResponders"], new { rows }, transaction);
    }

    private async Task SilenceAsync(DbConnection connection, DbTransaction transaction, PageChange change)
    {
        foreach (var person in change.Silenced)
        {
            var parameters = new { page = change.Next.Page, person, now = change.Now };
            await connection.ExecuteAsync(_sql[person is null ? "SilenceAll" : "SilencePerson"], parameters, transaction);
        }
    }

    // The statement looks only at rows that were there before: what one decision asks twice is folded here.
    private static IEnumerable<NewNotification> OncePerAddress(PageChange change)
    {
        var asked = change.Notifications.Where(n => n.Purpose == NotificationPurpose.Page).Select(Address).ToHashSet();
        return change.Notifications.Where(n => n.Purpose != NotificationPurpose.Repeat || asked.Add(Address(n)));
    }

    private static (object? Person, ContactMethodKind Kind, string Address) Address(NewNotification notification) =>
        (notification.Person, notification.Method.Kind, notification.Method.Address);

    // Whoever was rung is told by the same method, so that nobody runs to a page that another has. Of several attempts one may have rung
    // though nobody could write it down.
    private async Task<IReadOnlyList<NewNotification>> ToldAsync(DbConnection connection, DbTransaction transaction, PageChange change)
    {
        var told = change.Told.DistinctBy(t => t.Person).ToDictionary(t => t.Person, t => t.Purpose);
        var everyone = change.Silenced.Contains(null);
        if (told.Count == 0 && !everyone)
        {
            return [];
        }

        var notifications = new List<NewNotification>();
        foreach (var row in await connection.QueryAsync<RungRow>(_sql["RungMethods"], new { page = change.Next.Page }, transaction))
        {
            var purpose = row.Person is { } person
                ? told.TryGetValue(person, out var tell) ? tell : (NotificationPurpose?)null
                : everyone ? ToDevice(change.Next) : null;
            if (purpose is { } known)
            {
                notifications.Add(new NewNotification(new NotificationId(ids.NewId()), row.Person, row.ToMethod(), known, 0, change.Now));
            }
        }

        return notifications;
    }

    // A role's own device is nobody's: it is told when the page is taken, closed or passed on as a whole.
    private static NotificationPurpose ToDevice(Escalation next) => next.IsOpen ? NotificationPurpose.HandedOver : NotificationPurpose.Taken;
}
