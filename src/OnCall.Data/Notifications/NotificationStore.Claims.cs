using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Data.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <content>Who sends what, and whether it may still go out.</content>
public sealed partial class NotificationStore
{
    // Among so many that have been due longest whoever's turn it is comes first: enough for a call to a whole house, and soon read.
    private const int Among = 2000;

    public Task<IReadOnlyList<ClaimedNotification>> ClaimDueAsync(
        ContactMethodKind kind, Urgency atLeast, string node, Instant now, Instant until, int most, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<ClaimedNotification>>(
            async (connection, transaction) =>
            {
                var ids = await ClaimAsync(connection, transaction, new Claim(kind.ToString(), atLeast, node, now, until, most));
                if (ids.Count == 0)
                {
                    return [];
                }

                var rows = await database.Batches(ids.Select(i => i.Value))
                    .GatherAsync(part => connection.QueryAsync<ClaimedRow>(_sql["Claimed"], new { ids = part }, transaction));
                return [.. rows.Select(r => r.ToClaimed())];
            },
            cancellationToken);

    public async Task<IReadOnlySet<NotificationId>> StillWantedAsync(
        IReadOnlyList<ClaimedNotification> notifications, string node, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notifications);
        var wanted = (await database.Batches(notifications.Select(n => n.Id.Value)).GatherAsync(ids => database.ReadAsync(
            connection => connection.QueryAsync<(NotificationId, int)>(_sql["StillWanted"], new { ids, node, now }), cancellationToken))).ToHashSet();
        return notifications.Where(n => wanted.Contains((n.Id, n.Attempt))).Select(n => n.Id).ToHashSet();
    }

    public Task<bool> WithdrawAsync(ClaimedNotification notification, string node, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var parameters = new { id = notification.Id, node, attempt = notification.Attempt, now };
        return database.WriteBrieflyAsync(
            async (connection, transaction) => await connection.ExecuteAsync(_sql["Withdraw"], parameters, transaction) > 0, cancellationToken);
    }

    private async Task<List<NotificationId>> ClaimAsync(DbConnection connection, DbTransaction transaction, Claim claim)
    {
        var expired = new { kind = claim.Kind, atLeast = (int)claim.AtLeast, node = claim.Node, now = claim.Now, until = claim.Until, most = claim.Most };
        var ids = (await connection.QueryAsync<NotificationId>(_sql["ClaimExpired"], expired, transaction)).ToList();
        for (var urgency = Urgency.Code; urgency >= claim.AtLeast && ids.Count < claim.Most; urgency--)
        {
            var due = new { kind = claim.Kind, urgency = (int)urgency, node = claim.Node, now = claim.Now, until = claim.Until, among = Among, most = claim.Most - ids.Count };
            ids.AddRange(await connection.QueryAsync<NotificationId>(_sql["ClaimDue"], due, transaction));
        }

        return ids;
    }

    private sealed record Claim(string Kind, Urgency AtLeast, string Node, Instant Now, Instant Until, int Most);
}
