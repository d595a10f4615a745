using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Paging;

/// <summary>Writes one decision inside a transaction: state, responders, outbox, trail, audit.</summary>
public sealed class PageChangeWriter(Database database, IIdSource ids)
{
    private static readonly Duration ReferenceKept = Duration.FromDays(7);

    private readonly SqlText _sql = SqlText.For<PageStore>(database.Provider);

    internal async Task InsertAsync(DbConnection connection, DbTransaction transaction, PageChange change)
    {
        await connection.ExecuteAsync(_sql["InsertEscalation"], State(change), transaction);
        await RestAsync(connection, transaction, change);
    }

    /// <summary>Answers false, with nothing written, where the page's version or the roster's stamp has moved on.</summary>
    internal async Task<bool> UpdateAsync(DbConnection connection, DbTransaction transaction, PageChange change)
    {
        if (await connection.ExecuteAsync(_sql["UpdateEscalation"], State(change), transaction) == 0)
        {
            return false;
        }

        if (change.Next.ClosedAt is { } closed)
        {
            await connection.ExecuteAsync(_sql["HoldReference"], new { page = change.Next.Page, freeAt = closed + ReferenceKept }, transaction);
        }

        await RestAsync(connection, transaction, change);
        return true;
    }

    internal async Task AppendAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<PageEvent> events)
    {
        foreach (var line in events)
        {
            var parameters = new
            {
                page = line.Page,
                at = line.At,
                kind = line.Kind.ToString(),
                person = line.Person,
                who = line.Who,
                channel = line.Channel?.ToString(),
                detail = line.Detail,
            };
            await connection.ExecuteAsync(_sql["InsertEvent"], parameters, transaction);
        }
    }

    private async Task RestAsync(DbConnection connection, DbTransaction transaction, PageChange change)
    {
        await RespondersAsync(connection, transaction, change.Next);
        await SilenceAsync(connection, transaction, change);
        foreach (var notification in change.Notifications)
        {
            await InsertAsync(connection, transaction, change, notification);
        }

        await TellAsync(connection, transaction, change);
        await AppendAsync(connection, transaction, change.Events);
        foreach (var entry in change.Audit)
        {
            await AuditTrail.AppendAsync(connection, transaction, database.Provider, entry);
        }
    }

    private async Task RespondersAsync(DbConnection connection, DbTransaction transaction, Escalation next)
    {
        foreach (var responder in next.Responders)
        {
            var parameters = new { page = next.Page, person = responder.Person, standing = responder.Standing.ToString(), since = responder.Since };
            if (await connection.ExecuteAsync(_sql["UpdateResponder"], parameters, transaction) == 0)
            {
                await connection.ExecuteAsync(_sql["InsertResponder"], parameters, transaction);
            }
        }
    }

    private async Task SilenceAsync(DbConnection connection, DbTransaction transaction, PageChange change)
    {
        foreach (var person in change.Silenced)
        {
            var parameters = new { page = change.Next.Page, person, now = change.Now };
            await connection.ExecuteAsync(_sql[person is null ? "SilenceAll" : "SilencePerson"], parameters, transaction);
        }
    }

    // Whoever was rung is told by the same method, so that nobody runs to a page that another has.
    private async Task TellAsync(DbConnection connection, DbTransaction transaction, PageChange change)
    {
        var told = change.Told.DistinctBy(t => t.Person).ToDictionary(t => t.Person, t => t.Purpose);
        var everyone = change.Silenced.Contains(null);
        if (told.Count == 0 && !everyone)
        {
            return;
        }

        var rung = await connection.QueryAsync<RungRow>(_sql["RungMethods"], new { page = change.Next.Page }, transaction);
        foreach (var row in rung.ToList())
        {
            var purpose = row.Person is { } person
                ? told.TryGetValue(person, out var tell) ? tell : (NotificationPurpose?)null
                : everyone ? ToDevice(change.Next) : null;
            if (purpose is { } known)
            {
                var method = new ContactMethod(row.Method ?? default, Enum.Parse<ContactMethodKind>(row.Kind), row.Address, row.Verified);
                await InsertAsync(connection, transaction, change, new NewNotification(new NotificationId(ids.NewId()), row.Person, method, known, 0, change.Now));
            }
        }
    }

    // A role's own device is nobody's: it is told when the page is taken, closed or passed on as a whole.
    private static NotificationPurpose ToDevice(Escalation next) => next.IsOpen ? NotificationPurpose.HandedOver : NotificationPurpose.Taken;

    private Task InsertAsync(DbConnection connection, DbTransaction transaction, PageChange change, NewNotification notification) =>
        connection.ExecuteAsync(
            _sql["InsertNotification"],
            new
            {
                id = notification.Id,
                page = change.Next.Page,
                person = notification.Person,
                method = notification.Method.Id,
                kind = notification.Method.Kind.ToString(),
                address = notification.Method.Address,
                verified = notification.Method.Verified,
                purpose = notification.Purpose.ToString(),
                urgency = (int)change.Next.Urgency,
                step = notification.Step,
                dueAt = notification.DueAt,
                now = change.Now,
            },
            transaction);

    private static object State(PageChange change) => new
    {
        page = change.Next.Page,
        version = change.Next.Version,
        urgency = (int)change.Next.Urgency,
        failuresSeen = change.FailuresSeen,
        phase = change.Next.Phase.ToString(),
        isOpen = change.Next.IsOpen,
        atDesk = change.Next.AtDesk,
        role = change.Next.Role,
        dueAt = change.Next.DueAt,
        stamp = change.RosterStamp,
        closedAt = change.Next.ClosedAt,
        state = StateJson.Write(change.Next),
    };

    private sealed class RungRow
    {
        public PersonId? Person { get; set; }

        public ContactMethodId? Method { get; set; }

        public string Kind { get; set; } = "";

        public string Address { get; set; } = "";

        public bool Verified { get; set; }
    }
}
