using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Audit;
using OnCall.Data.Devices;
using OnCall.Data.Directory;
using OnCall.Data.Paging;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <summary>
/// What an attempt showed about the address itself, written in the transaction of its answer: a dead address is removed, one that
/// opted out no longer counts, and whoever has nothing left that counts is flagged.
/// </summary>
internal sealed class LostAddresses(Database database)
{
    private readonly SqlText _sql = SqlText.For<LostAddresses>(database.Provider);
    private readonly OptOutStore _optOuts = new(database);
    private readonly DeviceNotes _devices = new(database);
    private readonly RosterStamp _stamp = new(database);

    /// <summary>From the answer to an attempt.</summary>
    internal async Task LearnAsync(DbConnection connection, DbTransaction transaction, ClaimedNotification notification, DeliveryAnswer answer, Instant now)
    {
        if (notification.Method is not { } method || !(answer.AddressIsDead || answer.OptedOut))
        {
            return;
        }

        var at = new AddressRow(notification.Page, notification.Person, notification.PersonName, method, notification.Kind, notification.Address);
        await (answer.AddressIsDead ? RemoveAsync(connection, transaction, at, now) : OptOutAsync(connection, transaction, at, now));
    }

    /// <summary>From a receipt. What reached a telephone was not opted out.</summary>
    internal async Task LearnAsync(DbConnection connection, DbTransaction transaction, SentNotification sent, DeliveryReceipt receipt, Instant now)
    {
        var reached = sent.Kind == ContactMethodKind.Sms && receipt.Status == DeliveryStatus.Delivered;
        if (!(reached || receipt.OptedOut)
            || await connection.QueryFirstOrDefaultAsync<SentToRow>(_sql["SentTo"], new { id = sent.Id }, transaction) is not { Method: { } method } row)
        {
            return;
        }

        var at = new AddressRow(sent.Page, sent.Person, sent.PersonName, method, sent.Kind, row.Address);
        await (reached
            ? _optOuts.OptInAsync(connection, transaction, at.Kind, at.Address, now)
            : OptOutAsync(connection, transaction, at, now));
    }

    private async Task RemoveAsync(DbConnection connection, DbTransaction transaction, AddressRow at, Instant now)
    {
        var key = new { method = at.Method, address = at.Address };
        var owner = await connection.QueryFirstOrDefaultAsync<AddressOwnerRow>(_sql["Owner"], key, transaction);
        if (owner is null)
        {
            return;
        }

        await _stamp.BumpAsync(connection, transaction);
        if (await connection.ExecuteAsync(_sql["Remove"], key, transaction) == 0)
        {
            return;
        }

        await _devices.ForgetAsync(connection, transaction, at.Address);
        var words = at.Who is { } who
            ? $"{who}: the provider no longer knows this device. It was removed from their contact methods."
            : "The provider no longer knows the role's own device. It was removed from the role.";
        await EventAsync(connection, transaction, at, PageEventKind.ContactMethodRemoved, words, now);
        await AuditAsync(connection, transaction, "contact-method.removed", owner.Subject, AddressOwnerRow.Detail(at.Kind, at.Address), now);
        await FlagIfNothingCountsAsync(connection, transaction, at, owner.Subject, now);
    }

    private async Task OptOutAsync(DbConnection connection, DbTransaction transaction, AddressRow at, Instant now)
    {
        var key = new { method = at.Method, address = at.Address };
        if (await _optOuts.OptOutAsync(connection, transaction, at.Kind, at.Address, now)
            && await connection.QueryFirstOrDefaultAsync<AddressOwnerRow>(_sql["Owner"], key, transaction) is { } owner)
        {
            await FlagIfNothingCountsAsync(connection, transaction, at, owner.Subject, now);
        }
    }

    private async Task FlagIfNothingCountsAsync(DbConnection connection, DbTransaction transaction, AddressRow at, string subject, Instant now)
    {
        if (at.Person is not { } person || await connection.ExecuteScalarAsync<int>(_sql["Counting"], new { person }, transaction) > 0)
        {
            return;
        }

        var words = $"{at.Who} has no verified contact method left that works. Until one is registered, their pages go on to the next at once.";
        await EventAsync(connection, transaction, at, PageEventKind.Unreachable, words, now);
        await AuditAsync(connection, transaction, "person.unreachable", subject, "{}", now);
    }

    private Task EventAsync(DbConnection connection, DbTransaction transaction, AddressRow at, PageEventKind kind, string detail, Instant now) =>
        PageEvents.AppendAsync(connection, transaction, database, [new PageEvent(0, at.Page, now, kind, at.Person, at.Who, at.Kind, detail)]);

    private Task AuditAsync(DbConnection connection, DbTransaction transaction, string action, string subject, string detail, Instant now) =>
        AuditTrail.AppendAsync(connection, transaction, database, new AuditEntry(now, "system", action, subject, detail));

    private sealed class SentToRow
    {
        public ContactMethodId? Method { get; set; }

        public string Address { get; set; } = "";
    }
}
