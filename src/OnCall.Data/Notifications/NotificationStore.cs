using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <summary>The outbox, in either database.</summary>
public sealed class NotificationStore(Database database) : INotificationStore
{
    private readonly SqlText _sql = SqlText.For<NotificationStore>(database.Provider);

    public Task<IReadOnlyList<ClaimedNotification>> ClaimDueAsync(
        ContactMethodKind kind, Urgency atLeast, string node, Instant now, Instant until, int most, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<ClaimedNotification>>(
            async (connection, transaction) =>
            {
                var claim = new { kind = kind.ToString(), atLeast = (int)atLeast, node, now, until, most };
                var ids = (await connection.QueryAsync<NotificationId>(_sql["ClaimDue"], claim, transaction)).ToList();
                if (ids.Count == 0)
                {
                    return [];
                }

                var rows = await connection.QueryAsync<ClaimedRow>(_sql["Claimed"], new { ids = ids.Select(i => Id(i.Value)) }, transaction);
                return [.. rows.Select(r => r.ToClaimed())];
            },
            cancellationToken);

    public async Task<bool> IsStillWantedAsync(ClaimedNotification notification, string node, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var parameters = new { id = notification.Id, node, attempt = notification.Attempt, now };
        if (await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>(_sql["IsStillWanted"], parameters), cancellationToken) > 0)
        {
            return true;
        }

        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(_sql["Withdraw"], parameters, transaction), cancellationToken);
        return false;
    }

    public Task<bool> RecordAsync(NotificationResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        return database.WriteAsync((connection, transaction) => RecordAsync(connection, transaction, result), cancellationToken);
    }

    public Task<SentNotification?> FindByProviderIdAsync(ContactMethodKind kind, string providerId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => (await connection.QueryAsync<SentRow>(_sql["ByProviderId"], new { kind = kind.ToString(), providerId })).FirstOrDefault()?.ToSent(kind),
            cancellationToken);

    public Task<bool> RecordReceiptAsync(SentNotification notification, DeliveryReceipt receipt, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        ArgumentNullException.ThrowIfNull(receipt);
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                var state = StateOf(receipt.Status, retry: false);
                if (await connection.ExecuteAsync(_sql["RecordReceipt"], new { id = notification.Id, state, detail = Cut(receipt.Detail), now }, transaction) == 0)
                {
                    return false;
                }

                await EventAsync(connection, transaction, notification.Page, notification.Person, null, notification.Kind, receipt.Status, receipt.Detail, now);
                if (Failed(receipt.Status) && notification is { Asks: true, Person: { } person })
                {
                    await BringForwardAsync(connection, transaction, notification.Page, person, now);
                }

                return true;
            },
            cancellationToken);
    }

    public Task<bool> HasFailedAsync(PageId page, PersonId person, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => AskedRow.AllFailed((await connection.QueryAsync<AskedRow>(_sql["Asked"], new { page, person })).ToList()),
            cancellationToken);

    public Task<IReadOnlyList<SentNotification>> AskedByAddressAsync(ContactMethodKind kind, string address, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SentNotification>>(
            async connection =>
                [.. (await connection.QueryAsync<SentRow>(_sql["AskedByAddress"], new { kind = kind.ToString(), address })).Select(r => r.ToSent(kind))],
            cancellationToken);

    public Task<Instant?> EarliestDueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Instant?>(_sql["EarliestDue"]), cancellationToken);

    public Task UnverifyAsync(ContactMethodId method, string address, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(_sql["Unverify"], new { method, address, no = false }, transaction),
            cancellationToken);

    private async Task<bool> RecordAsync(DbConnection connection, DbTransaction transaction, NotificationResult result)
    {
        var (notification, answer, now) = (result.Notification, result.Answer, result.Now);
        var dueAt = result.RetryAt ?? await connection.QuerySingleAsync<Instant>(_sql["DueAt"], new { id = notification.Id }, transaction);
        var parameters = new
        {
            id = notification.Id,
            node = result.Node,
            attempt = notification.Attempt,
            state = StateOf(answer.Status, result.RetryAt is not null),
            providerId = answer.ProviderId,
            detail = Cut(answer.Detail),
            dueAt,
            now,
        };
        if (await connection.ExecuteAsync(_sql["Record"], parameters, transaction) == 0)
        {
            return false;
        }

        var again = result.RetryAt is not null ? " Tried again shortly." : "";
        await EventAsync(
            connection, transaction, notification.Page, notification.Person, notification.PersonName, notification.Kind, answer.Status,
            $"Attempt {notification.Attempt}: {answer.Detail}{again}", now);
        if (Failed(answer.Status) && notification.Person is { } person && notification.Text.Purpose is NotificationPurpose.Page or NotificationPurpose.Repeat)
        {
            await BringForwardAsync(connection, transaction, notification.Page, person, now);
        }

        return true;
    }

    private Task BringForwardAsync(DbConnection connection, DbTransaction transaction, PageId page, PersonId person, Instant now) =>
        connection.ExecuteAsync(_sql["BringForward"], new { page, person, now }, transaction);

    private Task EventAsync(
        DbConnection connection, DbTransaction transaction, PageId page, PersonId? person, string? who, ContactMethodKind kind, DeliveryStatus status, string detail, Instant now) =>
        connection.ExecuteAsync(
            _sql["InsertEvent"],
            new { page, at = now, kind = EventOf(status).ToString(), person, who, channel = kind.ToString(), detail = Cut(detail) },
            transaction);

    private static bool Failed(DeliveryStatus status) => status is not (DeliveryStatus.Accepted or DeliveryStatus.Delivered);

    private static PageEventKind EventOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Accepted => PageEventKind.Accepted,
        DeliveryStatus.Delivered => PageEventKind.Delivered,
        DeliveryStatus.FailedForNow or DeliveryStatus.FailedForGood => PageEventKind.Failed,
        DeliveryStatus.Indeterminate => PageEventKind.Indeterminate,
    };

    private static string StateOf(DeliveryStatus status, bool retry) => status switch
    {
        DeliveryStatus.Accepted => "Accepted",
        DeliveryStatus.Delivered => "Delivered",
        DeliveryStatus.FailedForNow => retry ? "Pending" : "Failed",
        DeliveryStatus.FailedForGood => "Failed",
        DeliveryStatus.Indeterminate => "Indeterminate",
    };

    private static string Cut(string text) => text.Length <= 400 ? text : text[..400];

    // A list of ids is expanded by Dapper, which does not ask the type handlers.
    private object Id(Guid id) => database.Provider == DatabaseProvider.Sqlite ? id.ToString("D") : id;
}
