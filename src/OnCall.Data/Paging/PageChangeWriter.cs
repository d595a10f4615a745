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

    internal async Task InsertAsync(DbConnection connection, DbTransaction transaction, ChangeRows changes)
    {
        await database.ExecuteAsync(connection, transaction, _sql["InsertEscalations"], changes.States);
        await RestAsync(connection, transaction, changes);
    }

    /// <summary>Answers the pages of which nothing was written, since their version or the roster's stamp had moved on.</summary>
    internal async Task<IReadOnlyList<PageId>> UpdateAsync(DbConnection connection, DbTransaction transaction, ChangeRows changes)
    {
        var count = await database.ExecuteAsync(connection, transaction, _sql["UpdateEscalations"], changes.States);
        if (count == changes.All.Count)
        {
            await RestAsync(connection, transaction, changes);
            return [];
        }

        var kept = await WrittenAsync(connection, transaction, changes);
        await RestAsync(connection, transaction, ChangeRows.Of([.. changes.All.Where(c => kept.Contains(c.Next.Page))], changes.Write, database));
        return [.. changes.All.Select(c => c.Next.Page).Where(p => !kept.Contains(p))];
    }

    /// <summary>What the decisions write, ready for <see cref="InsertAsync"/> or <see cref="UpdateAsync"/>.</summary>
    internal ChangeRows RowsOf(IReadOnlyList<PageChange> changes) => ChangeRows.Of(changes, ids.NewId(), database);

    private async Task<HashSet<PageId>> WrittenAsync(DbConnection connection, DbTransaction transaction, ChangeRows changes)
    {
        var write = database.Stored(changes.Write);
        var kept = await database.Batches(changes.All.Select(c => c.Next.Page.Value))
            .GatherAsync(pages => connection.QueryAsync<PageId>(_sql["Written"], new { pages, write }, transaction));
        return [.. kept];
    }

    private async Task RestAsync(DbConnection connection, DbTransaction transaction, ChangeRows changes)
    {
        foreach (var change in changes.All.Where(c => c.Next.ClosedAt is not null))
        {
            var freeAt = change.Next.ClosedAt + ReferenceKept;
            await connection.ExecuteAsync(_sql["HoldReference"], new { page = change.Next.Page, freeAt }, transaction);
        }

        foreach (var (change, person) in changes.All.SelectMany(c => c.Silenced.Select(person => (c, person))))
        {
            var parameters = new { page = change.Next.Page, person, now = change.Now };
            await connection.ExecuteAsync(_sql[person is null ? "SilenceAll" : "SilencePerson"], parameters, transaction);
        }

        await database.ExecuteAsync(connection, transaction, _sql["PutResponders"], changes.Responders);
        await NotificationsAsync(connection, transaction, changes);
        await PageEvents.AppendAsync(connection, transaction, database, changes.Events);
        await AuditTrail.AppendAsync(connection, transaction, database, [.. changes.All.SelectMany(c => c.Audit)]);
    }

    private async Task NotificationsAsync(DbConnection connection, DbTransaction transaction, ChangeRows changes)
    {
        // Before what this write asks: whom it tells is whoever was rung until now.
        var told = await ToldAsync(connection, transaction, [.. changes.All.Where(c => c.Told.Count > 0 || c.Silenced.Contains(null))]);
        await database.ExecuteAsync(connection, transaction, _sql["InsertNotifications"], changes.Notifications);
        await database.ExecuteAsync(connection, transaction, _sql["InsertNotifications"], ChangeRows.NotificationsOf(told, database));
    }

    // Whoever was rung is told by the same method, so that nobody runs to a page that another has. Of several attempts one may have rung
    // though nobody could write it down.
    private async Task<IReadOnlyList<(PageChange Change, NewNotification Notification)>> ToldAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<PageChange> changes)
    {
        var rung = (await database.Batches(changes.Select(c => c.Next.Page.Value))
            .GatherAsync(pages => connection.QueryAsync<RungRow>(_sql["RungMethods"], new { pages }, transaction))).ToLookup(r => r.Page);
        return [.. changes.SelectMany(change => Told(change, rung[change.Next.Page]).Select(n => (change, n)))];
    }

    private IEnumerable<NewNotification> Told(PageChange change, IEnumerable<RungRow> rung)
    {
        var told = change.Told.DistinctBy(t => t.Person).ToDictionary(t => t.Person, t => t.Purpose);
        NotificationPurpose? toDevice = change.Silenced.Contains(null) ? ToDevice(change.Next) : null;
        foreach (var row in rung)
        {
            var purpose = row.Person is not { } person ? toDevice : told.TryGetValue(person, out var tell) ? tell : (NotificationPurpose?)null;
            if (purpose is { } known)
            {
                yield return new NewNotification(new NotificationId(ids.NewId()), row.Person, row.ToMethod(), known, 0, change.Now);
            }
        }
    }

    // A role's own device is nobody's: it is told when the page is taken, closed or passed on as a whole.
    private static NotificationPurpose ToDevice(Escalation next) => next.IsOpen ? NotificationPurpose.HandedOver : NotificationPurpose.Taken;
}
