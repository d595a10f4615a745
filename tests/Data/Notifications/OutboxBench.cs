using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Notifications;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Notifications;

/// <summary>An outbox with one person to ask.</summary>
internal sealed class OutboxBench : IAsyncDisposable
{
    private int _keys;

    private OutboxBench(PagingBench paging, Person person)
    {
        Paging = paging;
        Person = person;
    }

    public PagingBench Paging { get; }

    public Person Person { get; }

    public NotificationStore Store => Paging.Outbox;

    public static async Task<OutboxBench> OpenAsync(Task<TestDatabase> opening)
    {
        var paging = await PagingBench.OpenAsync(opening);
        return new OutboxBench(paging, await paging.Hospital.AddPersonAsync("N1", paging.Hospital.Method(ContactMethodKind.Push)));
    }

    /// <summary>Asks the person, at an address of its own each time.</summary>
    public NewNotification Ask(ContactMethodKind kind, Instant? dueAt = null, bool verified = true) =>
        Paging.Draft.Ask(Person, Paging.Hospital.Method(kind, verified: verified), dueAt);

    public Task<PageRecord> PageAsync(params IReadOnlyList<NewNotification> asks) => PageAsync(Urgency.Urgent, asks);

    public async Task<PageRecord> PageAsync(Urgency urgency, params IReadOnlyList<NewNotification> asks) =>
        await Paging.AcceptAsync(await Paging.Draft.AcceptedAsync(urgency, key: $"{++_keys}", asks: asks));

    public Task<IReadOnlyList<ClaimedNotification>> ClaimAsync(ContactMethodKind kind, string node, Instant? now = null)
    {
        var at = now ?? PageDraft.Now;
        return Store.ClaimDueAsync(kind, Urgency.Routine, node, at, at + Duration.FromSeconds(10), 100, CancellationToken.None);
    }

    public Task<bool> RecordAsync(ClaimedNotification claimed, string node, DeliveryStatus status, string? providerId = null, Instant? retryAt = null) =>
        Store.RecordAsync(
            new NotificationResult(claimed, node, new DeliveryAnswer(status, providerId, $"{status}."), PageDraft.Now, retryAt), CancellationToken.None);

    /// <summary>That a provider has taken it.</summary>
    public static NotificationResult Taken(ClaimedNotification claimed) => new(claimed, "a", new DeliveryAnswer(DeliveryStatus.Accepted, null, "Taken."), PageDraft.Now, null);

    /// <summary>What is not wanted is withdrawn.</summary>
    public async Task<bool> IsStillWantedAsync(ClaimedNotification claimed, string node, Instant now)
    {
        var isWanted = (await Store.StillWantedAsync([claimed], node, now, CancellationToken.None)).Contains(claimed.Id);
        if (!isWanted)
        {
            await Store.WithdrawAsync(claimed, node, now, CancellationToken.None);
        }

        return isWanted;
    }

    public async Task<(string State, string? ProviderId)> RowAsync(NotificationId id) =>
        await Paging.Database.ReadAsync(
            connection => connection.QuerySingleAsync<(string, string?)>("select state, provider_id from notification where notification_id = @id", new { id }),
            CancellationToken.None);

    public async Task<IReadOnlyList<string>> StatesAsync(IEnumerable<NewNotification> asks)
    {
        var states = new List<string>();
        foreach (var ask in asks)
        {
            states.Add((await RowAsync(ask.Id)).State);
        }

        return states;
    }

    public ValueTask DisposeAsync() => Paging.DisposeAsync();
}
