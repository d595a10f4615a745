using Dapper;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Invitations;
using OnCall.Application.Rosters.Feeds;
using OnCall.Data.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Access;

public abstract class LeavingContract
{
    private static readonly string Token = new('a', 64);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Who_goes_and_comes_back_has_none_of_what_let_them_in_before()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var (key, session, bobs) = (new ApiKeyId(data.NewId()), new SessionId(data.NewId()), new SessionId(data.NewId()));
        await LetInAsync(data, key, session);
        await data.Sessions.AddAsync(
            new Session(bobs, data.Bob, SignInWay.Password, null, false, AccessData.Now, AccessData.Now), AccessData.Audit("session.start"), CancellationToken.None);
        Assert.Equal((true, true, true, true), await OpenAsync(data, key, session));

        await data.DeactivateAsync(data.Ann, "N001");
        await data.GiveAsync(data.Ann, "N001", new Grant(Permission.Staff, null));

        Assert.Equal((false, false, false, false), await OpenAsync(data, key, session));
        Assert.NotNull(await data.Sessions.FindAsync(bobs, CancellationToken.None));
        foreach (var action in new[] { "key.revoke", "invitation.end", "session.end-all", "feed.revoke" })
        {
            Assert.Equal(1, await data.AuditCountAsync(action));
        }
    }

    [Fact]
    public async Task What_was_left_open_before_this_was_so_ends_when_its_owner_comes_back()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var (key, session) = (new ApiKeyId(data.NewId()), new SessionId(data.NewId()));
        await LetInAsync(data, key, session);
        await data.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("update person set active = 0 where employee_no = 'N001'", transaction: transaction), CancellationToken.None);
        await data.GiveAsync(data.Ann, "N001", new Grant(Permission.Staff, null));
        Assert.Equal((false, false, false, false), await OpenAsync(data, key, session));
    }

    [Fact]
    public async Task Of_who_had_nothing_open_nothing_is_said()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await data.DeactivateAsync(data.Ann, "N001");
        Assert.Equal((0, 0), (await data.AuditCountAsync("session.end-all"), await data.AuditCountAsync("feed.revoke")));
    }

    private static async Task LetInAsync(AccessData data, ApiKeyId key, SessionId session)
    {
        await data.Keys.AddAsync(
            new NewKey(key, ApiKeySecret.Hash(key.ToString()), data.Ann, null, [], "person:N001", null, AccessData.Now, null), AccessData.Audit("key.create"), CancellationToken.None);
        await data.Invitations.AddAsync(
            new Invitation(Token, data.Ann, "system", null, AccessData.Now, AccessData.Now + Duration.FromHours(72)), AccessData.Audit("person.invite"), CancellationToken.None);
        await data.Sessions.AddAsync(
            new Session(session, data.Ann, SignInWay.Password, null, false, AccessData.Now, AccessData.Now), AccessData.Audit("session.start"), CancellationToken.None);
        var made = AccessData.Audit("feed.make");
        await new RosterFeedStore(data.Database).RenewAsync(new NewFeed(new FeedId(data.NewId()), Token, data.Ann, null, AccessData.Now), made, made, CancellationToken.None);
    }

    // Key, invitation, session, feed.
    private static async Task<(bool, bool, bool, bool)> OpenAsync(AccessData data, ApiKeyId key, SessionId session) => (
        await data.Keys.FindAsync(key, CancellationToken.None) is not null,
        await data.Invitations.FindAsync(Token, AccessData.Now, CancellationToken.None) is not null,
        await data.Sessions.FindAsync(session, CancellationToken.None) is not null,
        await new RosterFeedStore(data.Database).FindAsync(Token, CancellationToken.None) is not null);
}

public sealed class LeavingOnSqlite : LeavingContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class LeavingOnSqlServer : LeavingContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
