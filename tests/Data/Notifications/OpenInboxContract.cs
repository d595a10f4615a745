using NodaTime;
using OnCall.Data.Notifications;
using OnCall.Domain.Directory;
using OnCall.Testing.Databases;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Data.Tests.Notifications;

public abstract class OpenInboxContract
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Instant Until = Now + Duration.FromSeconds(15);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task An_inbox_that_is_open_on_one_node_is_open_for_all_until_the_node_is_heard_no_more()
    {
        await using var test = await OpenAsync();
        var (store, anna, _) = await StoreAsync(test);
        await store.KeepAsync("a", [anna], Now, Until, CancellationToken.None);

        Assert.Equal([anna], await store.OpenAsync(Until - Duration.FromMilliseconds(1), CancellationToken.None));
        Assert.Empty(await store.OpenAsync(Until, CancellationToken.None));
    }

    [Fact]
    public async Task A_node_that_writes_again_keeps_open_what_is_and_closes_what_is_not()
    {
        await using var test = await OpenAsync();
        var (store, anna, ben) = await StoreAsync(test);
        await store.KeepAsync("a", [anna], Now, Until, CancellationToken.None);
        await store.KeepAsync("a", [anna, ben], Now, Until + Duration.FromSeconds(5), CancellationToken.None);
        Assert.Equal(2, (await store.OpenAsync(Until, CancellationToken.None)).Count);

        await store.KeepAsync("a", [ben], Now, Until, CancellationToken.None);
        Assert.Equal([ben], await store.OpenAsync(Now, CancellationToken.None));
        await store.KeepAsync("a", [], Now, Until, CancellationToken.None);
        Assert.Empty(await store.OpenAsync(Now, CancellationToken.None));
    }

    [Fact]
    public async Task An_inbox_that_is_open_on_two_nodes_stays_open_when_one_of_them_closes_it()
    {
        await using var test = await OpenAsync();
        var (store, anna, _) = await StoreAsync(test);
        await store.KeepAsync("a", [anna], Now, Until, CancellationToken.None);
        await store.KeepAsync("b", [anna], Now, Until, CancellationToken.None);
        Assert.Equal([anna], await store.OpenAsync(Now, CancellationToken.None));

        await store.KeepAsync("a", [], Now, Until, CancellationToken.None);
        Assert.Equal([anna], await store.OpenAsync(Now, CancellationToken.None));
    }

    [Fact]
    public async Task What_another_node_forgot_while_this_one_was_stopped_is_open_again_when_it_goes_on()
    {
        await using var test = await OpenAsync();
        var (store, anna, ben) = await StoreAsync(test);
        await store.KeepAsync("a", [anna], Now, Until, CancellationToken.None);
        await store.KeepAsync("b", [ben], Until, Until + Duration.FromSeconds(15), CancellationToken.None);
        Assert.Equal([ben], await store.OpenAsync(Now, CancellationToken.None));

        await store.KeepAsync("a", [anna], Until, Until + Duration.FromSeconds(15), CancellationToken.None);
        Assert.Equal(2, (await store.OpenAsync(Until, CancellationToken.None)).Count);
    }

    private static async Task<(OpenInboxStore Store, PersonId Anna, PersonId Ben)> StoreAsync(TestDatabase test)
    {
        var hospital = new TestHospital(test.Database);
        return (new OpenInboxStore(test.Database), (await hospital.AddPersonAsync("N1")).Id, (await hospital.AddPersonAsync("N2")).Id);
    }
}

public sealed class OpenInboxOnSqlite : OpenInboxContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class OpenInboxOnSqlServer : OpenInboxContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
