using Dapper;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Bench.Engine;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Bench.Databases;

/// <summary>What is asked only where something happens to a page: it fails, it is declined, a receipt or a reply comes, somebody looks on, the roster moves.</summary>
internal static class Rarely
{
    private static CancellationToken None => CancellationToken.None;

    /// <param name="pages">Open, and asked of somebody.</param>
    public static async Task AskAsync(Place place, IReadOnlyList<PageView> pages, Caller desk, StatementNames names)
    {
        var house = place.House;
        var now = house.Get<IClock>().GetCurrentInstant();
        await LookOnAsync(place, pages);
        if (await SentAsync(place) is not { Count: > 0 } sent)
        {
            throw new InvalidOperationException("Nothing was sent of which a receipt could come.");
        }

        await ReceiptsAsync(house.Get<INotificationStore>(), sent, now);
        foreach (var page in pages.Take(8))
        {
            var person = Asked(page);
            Done(await house.Get<DeclinePage>().RunAsync(new($"person:{person}", person, "Dr", [new Grant(Permission.Staff, null)]), new PageId(page.Id), null, None));
        }

        foreach (var page in pages.Skip(8).Take(8))
        {
            Done(await house.Get<AcknowledgePage>().RunAsync(desk, new PageId(page.Id), new AcknowledgeRequest(By: page.Responders[0].Person.EmployeeNo), None));
            Done(await house.Get<ResolvePage>().RunAsync(desk, new PageId(page.Id), "Seen.", None));
        }

        await AfterwardsAsync(place, pages, names);

        // The roster moves: all that is open has to be looked at anew.
        await house.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("update roster_stamp set stamp = stamp + 1 where id = 1", transaction: transaction), None);
        await Task.Delay(5000, None);
    }

    private static void Done(Answer<PageView> answer)
    {
        if (answer.Value is null)
        {
            throw new InvalidOperationException($"Refused: {answer.Refusal}");
        }
    }

    private static PersonId Asked(PageView page) => BigHospital.PersonOf(page.Responders[0].Person.EmployeeNo!);

    private static async Task LookOnAsync(Place place, IReadOnlyList<PageView> pages)
    {
        var (store, tail) = (place.House.Get<IPageStore>(), place.House.Get<IPageTail>());
        await store.InboxAsync(Asked(pages[0]), None);
        var last = await tail.LastAsync(None);
        await tail.AmongAsync([new(last - 3, last - 2), new(last - 5000, last - 1000)], None);
        await place.House.Get<INotificationStore>().AskedByAddressAsync(ContactMethodKind.Sms, "+15550000001", place.House.Get<IClock>().GetCurrentInstant() - Duration.FromDays(1), None);
    }

    private static async Task<IReadOnlyList<string>> SentAsync(Place place) => [.. await place.House.Database.ReadAsync(
        connection => connection.QueryAsync<string>("select top (4) provider_id from notification where kind = 'Push' and state = 'Accepted' and purpose = 'Page' order by seq desc"), None)];

    private static async Task ReceiptsAsync(INotificationStore store, IReadOnlyList<string> sent, Instant now)
    {
        foreach (var id in sent)
        {
            var receipt = new DeliveryReceipt(ContactMethodKind.Push, id, DeliveryStatus.FailedForNow, "unreachable");
            if (await store.FindAsync(receipt, None) is not { } notification || !await store.RecordReceiptAsync(notification, receipt, now, None))
            {
                throw new InvalidOperationException($"The receipt for {id} was no news.");
            }
        }
    }

    // What is asked where a decision is lost to another, and where the answer to a commit was.
    private static Task AfterwardsAsync(Place place, IReadOnlyList<PageView> pages, StatementNames names) => place.House.Database.ReadAsync(
        async connection =>
        {
            await connection.QueryAsync(names.Text("PageStore.Written"), new { pages = pages.Take(8).Select(p => p.Id), write = Guid.Empty });
            await connection.QueryAsync(names.Text("SqlServerWriteMarks.IsOfWrite"), new { mark = Guid.Empty });
            await connection.ExecuteAsync(names.Text("SqlServerWriteMarks.Forget"), new { most = 10, kept = 100_000 });
            return 0;
        },
        None);
}
