using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Notices;
using OnCall.Application.Notifications;
using OnCall.Data.Notifications;
using OnCall.Data.Schema;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Notices;

/// <summary>The outbox of notices, in either database.</summary>
public sealed class NoticeOutbox(Database database) : INoticeOutbox
{
    private readonly SqlText _sql = SqlText.For<NoticeOutbox>(database.Provider);
    private readonly OptOutStore _optOuts = new(database);

    public Task<IReadOnlyList<ContactMethodKind>> DueKindsAsync(Instant now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ContactMethodKind>>(
            async connection => [.. (await connection.QueryAsync<string>(_sql["DueKinds"], new { now })).Select(Enum.Parse<ContactMethodKind>)], cancellationToken);

    public Task<ClaimedDelivery?> ClaimAsync(ContactMethodKind kind, string node, Instant now, Instant until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var claim = new { kind = kind.ToString(), node, now, until };
                return await connection.QueryFirstOrDefaultAsync<NotificationId?>(_sql["Claim"], claim, transaction) is { } id
                    ? (await connection.QuerySingleAsync<ClaimedDeliveryRow>(_sql["Claimed"], new { id }, transaction)).ToClaimed()
                    : null;
            },
            cancellationToken);

    public Task<bool> StillWantedAsync(ClaimedDelivery delivery, string node, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                var claim = new { id = delivery.Id, node, attempt = delivery.Attempt, now };
                if (await connection.ExecuteScalarAsync<int>(_sql["StillWanted"], claim, transaction) > 0)
                {
                    return true;
                }

                if (await connection.ExecuteAsync(_sql["Drop"], claim, transaction) > 0)
                {
                    await GoOnAsync(connection, transaction, delivery.Text.Notice, now);
                }

                return false;
            },
            cancellationToken);
    }

    public Task<bool> RecordAsync(ClaimedDelivery delivery, string node, DeliveryAnswer answer, Instant now, Instant? retryAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(answer);
        var state = DeliveryStates.StateOf(answer.Status, retryAt is not null);
        var values = new
        {
            id = delivery.Id,
            node,
            attempt = delivery.Attempt,
            state,
            providerId = answer.ProviderId,
            detail = Cut(answer.Detail),
            retryAt,
            now,
        };
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await connection.ExecuteAsync(_sql["Record"], values, transaction) == 0)
                {
                    return false;
                }

                await (answer.Status.Failed()
                    ? retryAt is null ? GoOnAsync(connection, transaction, delivery.Text.Notice, now) : Task.CompletedTask
                    : TellAsync(connection, transaction, delivery.Text.Notice, now));
                if (answer.OptedOut)
                {
                    await _optOuts.OptOutAsync(connection, transaction, delivery.Kind, delivery.Address, now);
                }

                return true;
            },
            cancellationToken);
    }

    public Task<bool> RecordReceiptAsync(DeliveryReceipt receipt, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await FindAsync(connection, transaction, receipt) is not { } sent)
                {
                    return false;
                }

                var failed = receipt.Status.Failed();
                var state = DeliveryStates.StateOf(receipt.Status, retry: false) is var told && told == "Indeterminate" ? "Failed" : told;
                var values = new { id = sent.Id, state, providerId = receipt.ProviderId, detail = Cut(receipt.Detail), attempt = receipt.Attempt, now };
                if (await connection.ExecuteAsync(_sql["RecordReceipt"], values, transaction) > 0)
                {
                    await (failed ? GoOnAsync(connection, transaction, sent.Notice, now) : TellAsync(connection, transaction, sent.Notice, now));
                }

                if (receipt.OptedOut)
                {
                    await _optOuts.OptOutAsync(connection, transaction, receipt.Kind, sent.Address, now);
                }

                return true;
            },
            cancellationToken);
    }

    private async Task<SentDeliveryRow?> FindAsync(DbConnection connection, DbTransaction transaction, DeliveryReceipt receipt)
    {
        var kind = receipt.Kind.ToString();
        return receipt.Notification is { } id && await connection.QuerySingleOrDefaultAsync<SentDeliveryRow>(_sql["ById"], new { id, kind }, transaction) is { } own
            ? own
            : await connection.QueryFirstOrDefaultAsync<SentDeliveryRow>(_sql["ByProviderId"], new { providerId = receipt.ProviderId, kind }, transaction);
    }

    private Task TellAsync(DbConnection connection, DbTransaction transaction, NoticeId notice, Instant now) =>
        connection.ExecuteAsync(_sql["Tell"], new { notice, now }, transaction);

    /// <summary>The next contact methods are tried; where none is left, nobody was told.</summary>
    private async Task GoOnAsync(DbConnection connection, DbTransaction transaction, NoticeId notice, Instant now)
    {
        await connection.ExecuteAsync(_sql["Forward"], new { notice, now }, transaction);
        await connection.ExecuteAsync(_sql["Untell"], new { notice }, transaction);
    }

    // As long as the column is.
    private static string Cut(string detail) => detail.Length <= 400 ? detail : detail[..400];

    private sealed class SentDeliveryRow
    {
        public NotificationId Id { get; set; }

        public NoticeId Notice { get; set; }

        public string Kind { get; set; } = "";

        public string Address { get; set; } = "";
    }
}
