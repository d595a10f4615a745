using Dapper;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Feeds;
using OnCall.Data.Rosters;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class RosterFeedStoreContract
{
    [Fact]
    public async Task A_feed_is_made_once_and_then_renewed()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new RosterFeedStore(data.Database);

        Assert.True(await RenewAsync(data, "first"));
        Assert.True(await RenewAsync(data, "of the ward", data.Ward));
        Assert.True(await RenewAsync(data, "of the clinic", data.Clinic));
        var made = await FindAsync(store, "first");
        Assert.False(await RenewAsync(data, "second"));
        Assert.False(await RenewAsync(data, "of the ward again", data.Ward));

        Assert.Equal((data.Ada, new PersonName("A1", "Ada Okafor"), 0, ""), (made!.Holder, made.Name, made.Version, made.ContentHash));
        Assert.Null(made.Role);
        Assert.Equal(made, await FindAsync(store, "second"));
        Assert.Null(await FindAsync(store, "first"));
        Assert.Equal<(RoleId?, RoleId?)>((data.Ward, data.Clinic), ((await FindAsync(store, "of the ward again"))!.Role, (await FindAsync(store, "of the clinic"))!.Role));
        Assert.Equal((3, 2), (await AuditCountAsync(data, "feed.make"), await AuditCountAsync(data, "feed.renew")));
    }

    [Fact]
    public async Task The_feed_of_somebody_inactive_is_not_found()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await RenewAsync(data, "token", data.Ward);
        await data.PutAsync(data.Ada, "A1", "Ada Okafor", active: false);

        Assert.Null(await FindAsync(new RosterFeedStore(data.Database), "token"));
    }

    [Fact]
    public async Task A_revoked_feed_is_gone_with_what_was_remembered_and_one_entry_tells_of_it()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new RosterFeedStore(data.Database);
        await RenewAsync(data, "own");
        await RenewAsync(data, "of the ward", data.Ward);
        var feed = (await FindAsync(store, "of the ward"))!;
        await store.ChangeAsync(Change(feed, Version("a", 0, 9)), CancellationToken.None);

        Assert.True(await RevokeAsync(data, data.Ward));
        Assert.False(await RevokeAsync(data, data.Ward));
        Assert.False(await RevokeAsync(data, data.Clinic));

        Assert.Null(await FindAsync(store, "of the ward"));
        Assert.NotNull(await FindAsync(store, "own"));
        Assert.Empty(await store.VersionsAsync(feed.Id, CancellationToken.None));
        Assert.False(await store.ChangeAsync(Change(feed, Version("b", 0, 9)), CancellationToken.None));
        Assert.Equal(1, await AuditCountAsync(data, "feed.revoke"));
    }

    [Fact]
    public async Task What_events_said_last_is_remembered_until_they_are_long_over()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new RosterFeedStore(data.Database);
        await RenewAsync(data, "token");
        var many = Enumerable.Range(0, 600).Select(n => Version($"{n}", 0, 20)).ToArray();
        await store.ChangeAsync(Change((await FindAsync(store, "token"))!, [Version("a", 0, 9), Version("b", 0, 9), Version("old", 0, 2), .. many]), CancellationToken.None);

        var feed = (await FindAsync(store, "token"))!;
        await store.ChangeAsync(Change(feed, Version("b", 1, 10)) with { ForgetBefore = RosterData.Hour(3), ContentHash = new string('d', 64) }, CancellationToken.None);

        var known = await store.VersionsAsync(feed.Id, CancellationToken.None);
        Assert.Equal(602, known.Count);
        Assert.Equal([Version("a", 0, 9), Version("b", 1, 10)], [known["a"], known["b"]]);
        Assert.Equal((2, new string('d', 64), RosterData.Hour(5)), ((await FindAsync(store, "token"))!.Version, (await FindAsync(store, "token"))!.ContentHash, (await FindAsync(store, "token"))!.ChangedAt));
    }

    [Fact]
    public async Task Of_two_reads_that_find_the_same_change_one_writes_it()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new RosterFeedStore(data.Database);
        await RenewAsync(data, "token");
        var feed = (await FindAsync(store, "token"))!;

        Assert.True(await store.ChangeAsync(Change(feed, Version("a", 0, 9)), CancellationToken.None));
        Assert.False(await store.ChangeAsync(Change(feed, Version("a", 1, 9)), CancellationToken.None));
        Assert.Equal(0, (await store.VersionsAsync(feed.Id, CancellationToken.None))["a"].Sequence);
    }

    [Fact]
    public async Task A_persons_roles_are_those_of_their_shifts_and_of_their_covers()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new RosterFeedStore(data.Database);
        await data.PublishAsync(data.Draft(data.Ada, 7, 15), data.Draft(data.Ada, 40, 48), data.Draft(data.Bram, 7, 15, data.Clinic));
        var cover = new Cover(new CoverId(data.NewId()), data.Clinic, data.Ada, data.Bram, 1, RosterData.Hour(9), RosterData.Hour(11), "ill", RosterData.Hour(0));
        await data.Covers.AddAsync(cover, "Ada", (await data.ViewAsync()).Stamp, RosterData.Audit("cover.add"), CancellationToken.None);
        async Task<IEnumerable<RoleId>> RolesAsync(double from, double to) =>
            (await store.RolesOfAsync(data.Ada, RosterData.Hour(from), RosterData.Hour(to), CancellationToken.None)).OrderBy(r => r.Value);

        Assert.Equal(new[] { data.Ward, data.Clinic }.OrderBy(r => r.Value), await RolesAsync(0, 50));
        Assert.Equal([data.Ward], await RolesAsync(11, 50));
        Assert.Empty(await RolesAsync(15, 40));
    }

    protected abstract Task<TestDatabase> OpenAsync();

    private static FeedVersion Version(string uid, int sequence, double end) => new(uid, new string('c', 64), sequence, RosterData.Hour(1), RosterData.Hour(end));

    private static FeedChange Change(HeldFeed feed, params FeedVersion[] versions) =>
        new(feed.Id, feed.Version, new string('e', 64), RosterData.Hour(5), versions, RosterData.Hour(1));

    private static Task<HeldFeed?> FindAsync(RosterFeedStore store, string token) => store.FindAsync(FeedToken.Hash(token), CancellationToken.None);

    private static Task<bool> RenewAsync(RosterData data, string token, RoleId? role = null) => new RosterFeedStore(data.Database).RenewAsync(
        new NewFeed(new FeedId(data.NewId()), FeedToken.Hash(token), data.Ada, role, RosterData.Hour(0)), RosterData.Audit("feed.make"), RosterData.Audit("feed.renew"), CancellationToken.None);

    private static Task<bool> RevokeAsync(RosterData data, RoleId? role) =>
        new RosterFeedStore(data.Database).RevokeAsync(data.Ada, role, RosterData.Audit("feed.revoke"), CancellationToken.None);

    private static Task<int> AuditCountAsync(RosterData data, string action) => data.Database.ReadAsync(
        c => c.ExecuteScalarAsync<int>("select count(*) from audit_entry where action = @action", new { action }), CancellationToken.None);
}
