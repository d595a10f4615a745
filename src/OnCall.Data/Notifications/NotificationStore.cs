using System.Data.Common;
using System.Text.Json;
using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Devices;
using OnCall.Data.Directory;
using OnCall.Data.Paging;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <summary>The outbox, in either database.</summary>
public sealed partial class NotificationStore(Database database) : INotificationStore
{
    private const int MostOfDetail = 400;
    private const int MostOfProviderId = 200;

    private readonly SqlText _sql = SqlText.For<NotificationStore>(database.Provider);
    private readonly DeviceNotes _devices = new(database);
    private readonly LostAddresses _lost = new(database);

    public Task<bool> RecordAsync(NotificationResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        return WriteAsync((connection, transaction, learns) => RecordAsync(connection, transaction, result, learns), cancellationToken);
    }

    public Task<IReadOnlyList<NextDue>> NextDueAsync(IReadOnlyCollection<ContactMethodKind> kinds, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<NextDue>>(
            async connection =>
            [
                .. (await connection.QueryAsync<(ContactMethodKind Kind, int Urgency, Instant At)>(_sql["NextDue"], new { kinds = JsonSerializer.Serialize(kinds.Select(k => k.ToString())) }))
                    .Select(r => new NextDue(r.Kind, (Urgency)r.Urgency, r.At)),
            ],
            cancellationToken);

    public Task<SentNotification?> FindAsync(DeliveryReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var (name, kind) = (receipt.Notification is null ? "ByProviderId" : "ById", receipt.Kind.ToString());
        return database.ReadAsync(
            async connection => (await connection.QueryAsync<SentRow>(_sql[name], new { kind, id = receipt.Notification, providerId = receipt.ProviderId }))
                .FirstOrDefault()?.ToSent(receipt.Kind),
            cancellationToken);
    }

    public Task<bool> RecordReceiptAsync(SentNotification notification, DeliveryReceipt receipt, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        ArgumentNullException.ThrowIfNull(receipt);
        var parameters = new
        {
            id = notification.Id,
            state = DeliveryStates.StateOf(receipt.Status, retry: false),
            providerId = Cut(receipt.ProviderId, MostOfProviderId),
            attempt = receipt.Attempt,
            detail = Cut(receipt.Detail),
            now,
        };
        return WriteAsync(
            async (connection, transaction, learns) =>
            {
                if (await connection.ExecuteScalarAsync<int>(_sql["ReceiptIsNews"], parameters, transaction) == 0)
                {
                    return false;
                }

                var (failed, page) = (receipt.Status.Failed(), notification.Page);
                var asks = await LookAgainIfAsync(failed && notification.Asks, connection, transaction, page, now);
                if (await connection.ExecuteAsync(_sql["RecordReceipt"], parameters, transaction) == 0)
                {
                    return false;
                }

                var line = new PageEvent(0, page, now, AttemptLine.KindOf(receipt.Status), notification.Person, notification.PersonName, notification.Kind, Cut(receipt.Detail));
                await PageEvents.AppendAsync(connection, transaction, database, [line]);
                await BringForwardIfAsync(asks, connection, transaction, page, notification.Person, now);
                if (learns)
                {
                    await _lost.LearnAsync(connection, transaction, notification, receipt, now);
                }

                return true;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<(PageId Page, PersonId Person)>> FailedPeopleAsync(IReadOnlyCollection<PageId> pages, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<(PageId, PersonId)>>(
            async connection =>
            {
                var asked = await database.Batches(pages.Select(p => p.Value))
                    .GatherAsync(part => connection.QueryAsync<AskedRow>(_sql["AskedWhereFailed"], new { pages = part }));
                return [.. asked.GroupBy(r => (r.Page, r.Person)).Where(g => AskedRow.AllFailed([.. g])).Select(g => g.Key)];
            },
            cancellationToken);

    public Task<IReadOnlyList<SentNotification>> AskedByAddressAsync(
        ContactMethodKind kind, string address, Instant closedAfter, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SentNotification>>(
            async connection =>
            [
                .. (await connection.QueryAsync<SentRow>(_sql["AskedByAddress"], new { kind = kind.ToString(), address, closedAfter }))
                    .Select(r => r.ToSent(kind)),
            ],
            cancellationToken);

    public Task<Instant?> EarliestDueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Instant?>(_sql["EarliestDue"]), cancellationToken);

    // What is held may be the roster's stamp, by a publication. What this shows about the address the next attempt shows again.
    private async Task<bool> WriteAsync(Func<DbConnection, DbTransaction, bool, Task<bool>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteUnblockedAsync((connection, transaction) => write(connection, transaction, true), cancellationToken);
        }
        catch (NotWrittenException)
        {
            return await database.WriteBrieflyAsync((connection, transaction) => write(connection, transaction, false), cancellationToken);
        }
    }

    private async Task<bool> RecordAsync(DbConnection connection, DbTransaction transaction, NotificationResult result, bool learns)
    {
        var (notification, answer, now) = (result.Notification, result.Answer, result.Now);
        var parameters = new
        {
            id = notification.Id,
            node = result.Node,
            attempt = notification.Attempt,
            state = DeliveryStates.StateOf(answer.Status, result.RetryAt is not null),
            providerId = answer.ProviderId is { } id ? Cut(id, MostOfProviderId) : null,
            detail = Cut(answer.Detail),
            retryAt = result.RetryAt,
            now,
        };
        var failedToAsk = answer.Status.Failed() && notification.Text.Purpose is NotificationPurpose.Page or NotificationPurpose.Repeat;
        var asks = await LookAgainIfAsync(failedToAsk, connection, transaction, notification.Page, now);
        if (await connection.ExecuteAsync(_sql["Record"], parameters, transaction) == 0)
        {
            // A receipt that was quicker than the answer has said it already, and knows more.
            return await connection.ExecuteScalarAsync<int>(_sql["WasOvertaken"], parameters, transaction) > 0;
        }

        await PageEvents.AppendAsync(connection, transaction, database, [EventOf(result)]);
        await BringForwardIfAsync(asks, connection, transaction, notification.Page, notification.Person, now);
        await _devices.NoteAsync(connection, transaction, notification.Address, answer, now);
        if (learns)
        {
            await _lost.LearnAsync(connection, transaction, notification, answer, now);
        }

        return true;
    }

    // Before the notification's own row: decisions lock in this order too. The version makes a decision that is under way be made anew. A page that asks
    // nobody any more is not looked at, nor are its messages, whose rows others may hold in any order.
    private async Task<bool> LookAgainIfAsync(bool failedToAsk, DbConnection connection, DbTransaction transaction, PageId page, Instant now) =>
        failedToAsk && await connection.ExecuteAsync(_sql["LookAgain"], new { page, now }, transaction) > 0;

    private async Task BringForwardIfAsync(
        bool asks, DbConnection connection, DbTransaction transaction, PageId page, PersonId? person, Instant now)
    {
        if (asks && person is not null)
        {
            await connection.ExecuteAsync(_sql["BringForward"], new { page, person, now }, transaction);
        }
    }

    private static string Cut(string text, int most = MostOfDetail) => text.Length <= most ? text : text[..most];
}
