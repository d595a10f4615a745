using System.Data.Common;
using Dapper;
using OnCall.Application.Notices;
using OnCall.Data.Schema;
using OnCall.Domain.Notices;

namespace OnCall.Data.Notices;

/// <summary>Writes notices within the transaction of what they tell of, so that neither is stored without the other.</summary>
internal static class NoticeWriter
{
    /// <summary>Answers those that were written: the others had been before, by person, kind and subject.</summary>
    public static async Task<IReadOnlyList<NoticeId>> AppendAsync(
        DbConnection connection, DbTransaction transaction, Database database, IReadOnlyCollection<NewNotice> notices)
    {
        var sql = SqlText.For<NoticeStore>(database.Provider);
        var written = new List<NoticeId>();
        foreach (var notice in notices)
        {
            if (await connection.ExecuteAsync(sql["Insert"], Values(notice), transaction) == 0)
            {
                continue;
            }

            written.Add(notice.Id);
            foreach (var delivery in notice.Deliveries)
            {
                await connection.ExecuteAsync(sql["InsertDelivery"], Values(notice, delivery), transaction);
            }
        }

        return written;
    }

    private static object Values(NewNotice notice) => new
    {
        id = notice.Id,
        person = notice.Person,
        kind = notice.Facts.Kind.ToString(),
        subject = notice.Subject,
        facts = NoticeJson.Write(notice.Facts),
        urgency = notice.Urgency.ToString(),
        createdAt = notice.CreatedAt,
        expiresAt = notice.ExpiresAt,
        state = notice.State.ToString(),
    };

    private static object Values(NewNotice notice, NewDelivery delivery) => new
    {
        id = delivery.Id,
        notice = notice.Id,
        method = delivery.Planned.Method.Id,
        kind = delivery.Planned.Method.Kind.ToString(),
        address = delivery.Planned.Method.Address,
        verified = delivery.Planned.Method.Verified,
        place = delivery.Planned.Place,
        state = delivery.Planned.Place == 0 ? "Pending" : "Waiting",
        now = notice.CreatedAt,
    };
}
