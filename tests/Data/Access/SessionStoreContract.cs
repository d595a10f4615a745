using NodaTime;
using OnCall.Application.Access;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Access;

public abstract class SessionStoreContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_session_speaks_for_its_person_with_what_they_may_now()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var session = await AddAsync(data, data.Ann);
        var holder = await data.Sessions.FindAsync(session.Id, CancellationToken.None);
        Assert.Equal(session, holder?.Session);
        Assert.Equal("person:N001", holder!.Caller.Key);
        Assert.Equal([new Grant(Permission.Scheduler, null)], holder.Caller.Grants);
        Assert.Null(await data.Sessions.FindAsync(new SessionId(data.NewId()), CancellationToken.None));
    }

    [Fact]
    public async Task When_the_person_leaves_it_is_worth_nothing()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var session = await AddAsync(data, data.Ann);
        await data.DeactivateAsync(data.Ann, "N001");
        Assert.Null(await data.Sessions.FindAsync(session.Id, CancellationToken.None));
    }

    [Fact]
    public async Task It_ends_with_the_key_that_it_stands_on()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var end = AccessData.Now + Duration.FromHours(1);
        var key = new NewKey(new ApiKeyId(data.NewId()), new string('a', 64), data.Ann, null, [], "system", null, AccessData.Now, end);
        await data.Keys.AddAsync(key, AccessData.Audit("key.create"), CancellationToken.None);
        var session = await AddAsync(data, data.Ann, key.Id);
        var holder = (await data.Sessions.FindAsync(session.Id, CancellationToken.None))!;
        Assert.True(holder.InForce(AccessData.Now));
        Assert.False(holder.InForce(end));

        await data.Keys.RevokeAsync(key.Id, AccessData.Now, AccessData.Audit("key.revoke"), CancellationToken.None);
        Assert.Null(await data.Sessions.FindAsync(session.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Ended_once_it_is_gone_and_one_entry_tells_of_it()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var session = await AddAsync(data, data.Ann);
        Assert.True(await data.Sessions.EndAsync(session.Id, AccessData.Now, AccessData.Audit("session.end"), CancellationToken.None));
        Assert.False(await data.Sessions.EndAsync(session.Id, AccessData.Now, AccessData.Audit("session.end"), CancellationToken.None));
        Assert.Null(await data.Sessions.FindAsync(session.Id, CancellationToken.None));
        Assert.Empty(await data.Sessions.OfAsync(data.Ann, CancellationToken.None));
        Assert.Equal(1, await data.AuditCountAsync("session.end"));
    }

    [Fact]
    public async Task All_of_a_person_end_but_the_one_that_stays_and_nobody_elses()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var here = await AddAsync(data, data.Ann);
        await AddAsync(data, data.Ann);
        await AddAsync(data, data.Ann);
        var bobs = await AddAsync(data, data.Bob);
        Assert.Equal(2, await data.Sessions.EndAllAsync(data.Ann, here.Id, AccessData.Now, AccessData.Audit("session.end-all"), CancellationToken.None));
        Assert.Equal([here], await data.Sessions.OfAsync(data.Ann, CancellationToken.None));
        Assert.Equal(1, await data.Sessions.EndAllAsync(data.Ann, null, AccessData.Now, AccessData.Audit("session.end-all"), CancellationToken.None));
        Assert.Equal([bobs], await data.Sessions.OfAsync(data.Bob, CancellationToken.None));
    }

    [Fact]
    public async Task It_is_seen_later_and_never_earlier()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var session = await AddAsync(data, data.Ann);
        var later = AccessData.Now + Duration.FromMinutes(3);
        await data.Sessions.SeeAsync(session.Id, later, CancellationToken.None);
        await data.Sessions.SeeAsync(session.Id, AccessData.Now, CancellationToken.None);
        Assert.Equal(later, (await data.Sessions.FindAsync(session.Id, CancellationToken.None))!.Session.SeenAt);
    }

    private static async Task<Session> AddAsync(AccessData data, PersonId person, ApiKeyId? key = null)
    {
        var session = new Session(new SessionId(data.NewId()), person, key is null ? SignInWay.Password : SignInWay.Key, key, true, AccessData.Now, AccessData.Now);
        await data.Sessions.AddAsync(session, AccessData.Audit("session.start"), CancellationToken.None);
        return session;
    }
}

public sealed class SessionStoreOnSqlite : SessionStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class SessionStoreOnSqlServer : SessionStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
