using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Notifications;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Notifications;

/// <summary>The waits are 1, 2, 3 … minutes here.</summary>
public abstract class DeliveryPollContract
{
    private static readonly Instant Now = PageDraft.Now;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task What_was_accepted_is_asked_for_ever_more_seldom_and_by_one_node_each_time()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var claimed = await AcceptedAsync(outbox, Urgency.Urgent, "SM1");
        Assert.Empty(await TakeAsync(outbox, Minutes(1) - Duration.FromMilliseconds(1)));

        Assert.Equal([new UnfinishedDelivery(claimed.Id, ContactMethodKind.Sms, "SM1", 1)], await TakeAsync(outbox, Minutes(1)));
        Assert.Empty(await TakeAsync(outbox, Minutes(3) - Duration.FromMilliseconds(1)));
        Assert.Single(await TakeAsync(outbox, Minutes(3)));
        Assert.Empty(await TakeAsync(outbox, Minutes(6) - Duration.FromMilliseconds(1)));
        Assert.Single(await TakeAsync(outbox, Minutes(6)));
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_share_what_is_due()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        for (var i = 0; i < 20; i++)
        {
            await AcceptedAsync(outbox, Urgency.Urgent, $"SM{i}");
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TakeAsync(outbox, Minutes(1)))));

        Assert.Equal(20, taken.Sum(t => t.Count));
        Assert.Equal(20, taken.SelectMany(t => t).DistinctBy(t => t.Id).Count());
    }

    [Fact]
    public async Task The_most_urgent_goes_first_and_then_what_was_accepted_longest_ago()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await AcceptedAsync(outbox, Urgency.Urgent, "SM1", Now + Duration.FromSeconds(1));
        await AcceptedAsync(outbox, Urgency.Urgent, "SM2", Now);
        await AcceptedAsync(outbox, Urgency.Code, "SM3", Now + Duration.FromSeconds(2));

        Assert.Equal(["SM3", "SM2"], (await TakeAsync(outbox, Minutes(2), most: 2)).Select(d => d.ProviderId));
        Assert.Equal(["SM1"], (await TakeAsync(outbox, Minutes(2), most: 2)).Select(d => d.ProviderId));
    }

    [Fact]
    public async Task What_has_its_last_word_or_is_too_old_or_has_no_id_or_is_of_another_kind_is_not_asked_for()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        foreach (var status in new[] { DeliveryStatus.Delivered, DeliveryStatus.FailedForGood, DeliveryStatus.Indeterminate })
        {
            await AcceptedAsync(outbox, Urgency.Urgent, $"{status}", status: status);
        }

        await AcceptedAsync(outbox, Urgency.Urgent, null);
        await AcceptedAsync(outbox, Urgency.Urgent, "push", kind: ContactMethodKind.Push);
        await AcceptedAsync(outbox, Urgency.Urgent, "SM1");

        Assert.Equal(["SM1"], (await TakeAsync(outbox, Minutes(10) - Duration.FromMilliseconds(1))).Select(d => d.ProviderId));
        await AcceptedAsync(outbox, Urgency.Urgent, "SM2");
        Assert.Empty(await TakeAsync(outbox, Minutes(10)));
    }

    private static Instant Minutes(int minutes) => Now + Duration.FromMinutes(minutes);

    private static Task<IReadOnlyList<UnfinishedDelivery>> TakeAsync(OutboxBench outbox, Instant now, int most = 100) =>
        new DeliveryPollStore(outbox.Paging.Database).TakeDueAsync(
            [ContactMethodKind.Sms, ContactMethodKind.Voice], now - Duration.FromMinutes(10), now, polls => Duration.FromMinutes(polls + 1), most, CancellationToken.None);

    private static async Task<ClaimedNotification> AcceptedAsync(
        OutboxBench outbox, Urgency urgency, string? providerId, Instant? at = null, DeliveryStatus status = DeliveryStatus.Accepted,
        ContactMethodKind kind = ContactMethodKind.Sms)
    {
        await outbox.PageAsync(urgency, outbox.Ask(kind));
        var claimed = Assert.Single(await outbox.ClaimAsync(kind, "a"));
        var answer = new NotificationResult(claimed, "a", new DeliveryAnswer(status, providerId, $"{status}."), at ?? Now, null);
        Assert.True(await outbox.Store.RecordAsync(answer, CancellationToken.None));
        return claimed;
    }
}

public sealed class DeliveryPollOnSqlite : DeliveryPollContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class DeliveryPollOnSqlServer : DeliveryPollContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
