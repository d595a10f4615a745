using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Data.Rows;
using OnCall.Data.Schema;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Notifications;

/// <summary>What is to be asked for, in either database. Reading finds candidates; the guarded update decides which node asks.</summary>
public sealed class DeliveryPollStore(Database database) : IDeliveryPolls
{
    private readonly SqlText _sql = SqlText.For<DeliveryPollStore>(database.Provider);

    public async Task<IReadOnlyList<UnfinishedDelivery>> TakeDueAsync(
        IReadOnlyCollection<ContactMethodKind> kinds, Instant acceptedAfter, Instant now, Func<int, Duration> wait, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wait);
        var asked = new { kinds = Varchar.List(kinds.Select(k => k.ToString()), 20), acceptedAfter, acceptedBefore = now - wait(0), now, most };
        var rows = await database.ReadAsync(async connection => (await connection.QueryAsync<DueRow>(_sql["Due"], asked)).ToList(), cancellationToken);
        return rows.Count == 0 ? [] : await database.WriteAsync(
            async (connection, transaction) =>
            {
                var mine = new List<UnfinishedDelivery>();
                foreach (var row in rows)
                {
                    if (await TakeAsync(connection, transaction, row, now + wait(row.Polls + 1)))
                    {
                        mine.Add(row.ToDelivery());
                    }
                }

                return mine;
            },
            cancellationToken);
    }

    private async Task<bool> TakeAsync(DbConnection connection, DbTransaction transaction, DueRow row, Instant next) =>
        await connection.ExecuteAsync(_sql["Take"], new { id = row.Id, polls = row.Polls, next }, transaction) > 0;

    private sealed class DueRow
    {
        public NotificationId Id { get; set; }

        public string Kind { get; set; } = "";

        public string ProviderId { get; set; } = "";

        public int Attempt { get; set; }

        public int Polls { get; set; }

        public UnfinishedDelivery ToDelivery() => new(Id, Enum.Parse<ContactMethodKind>(Kind), ProviderId, Attempt);
    }
}
