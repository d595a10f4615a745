using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Invitations;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Access;

/// <summary>Ann makes keys for herself by a session, or by a key, that is ended.</summary>
public abstract class AskedByContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task By_a_session_that_has_ended_nothing_is_made()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var session = await SignInAsync(data);
        Assert.True(await AddAsync(data, Key(data) with { MadeIn = session }));
        Assert.True(await InviteAsync(data, session, null));

        await data.Sessions.EndAsync(session, AccessData.Now, AccessData.Audit("session.end"), CancellationToken.None);
        Assert.False(await AddAsync(data, Key(data) with { MadeIn = session }));
        Assert.False(await AddAsync(data, Key(data) with { MadeIn = session, Person = null, Integration = "lab" }));
        Assert.False(await InviteAsync(data, session, null));
        Assert.Equal((1, 1), (await data.AuditCountAsync("key.create"), await data.AuditCountAsync("person.invite")));
    }

    [Fact]
    public async Task By_a_key_that_was_revoked_nothing_is_made()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var first = Key(data);
        Assert.True(await AddAsync(data, first));
        await data.Keys.RevokeAsync(first.Id, AccessData.Now, AccessData.Audit("key.revoke"), CancellationToken.None);
        Assert.False(await AddAsync(data, Key(data) with { MadeWith = first.Id }));
        Assert.False(await InviteAsync(data, null, first.Id));
    }

    [Fact]
    public async Task Of_keys_that_are_made_while_their_maker_is_signed_out_everywhere_none_is_left()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var (session, first) = (await SignInAsync(data), Key(data));
        Assert.True(await AddAsync(data, first));
        NewKey[] keys = [.. Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? Key(data) with { MadeIn = session } : Key(data) with { MadeWith = first.Id })];

        await Task.WhenAll([.. keys.Take(4).Select(k => AddAsync(data, k)), SignOutAsync(data), .. keys.Skip(4).Select(k => AddAsync(data, k))]);

        await NoneIsLeftAsync(data, keys);
    }

    [Fact]
    public async Task Of_keys_that_are_made_with_a_key_while_it_is_revoked_none_is_left()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var first = Key(data);
        Assert.True(await AddAsync(data, first));
        NewKey[] keys = [.. Enumerable.Range(0, 8).Select(_ => Key(data) with { MadeWith = first.Id })];

        await Task.WhenAll([
            .. keys.Take(4).Select(k => AddAsync(data, k)),
            data.Keys.RevokeAsync(first.Id, AccessData.Now, AccessData.Audit("key.revoke"), CancellationToken.None),
            .. keys.Skip(4).Select(k => AddAsync(data, k)),
        ]);

        await NoneIsLeftAsync(data, keys);
    }

    private static async Task NoneIsLeftAsync(AccessData data, IEnumerable<NewKey> keys)
    {
        foreach (var key in keys)
        {
            Assert.Null(await data.Keys.FindAsync(key.Id, CancellationToken.None));
        }
    }

    private static async Task SignOutAsync(AccessData data)
    {
        await data.Sessions.EndAllAsync(data.Ann, null, AccessData.Now, AccessData.Audit("session.end-all"), CancellationToken.None);
        await data.Keys.RevokeAllAsync(data.Ann, null, AccessData.Now, AccessData.Audit("key.revoke"), CancellationToken.None);
    }

    private static async Task<SessionId> SignInAsync(AccessData data)
    {
        var session = new Session(new SessionId(data.NewId()), data.Ann, SignInWay.Password, null, false, AccessData.Now, AccessData.Now);
        await data.Sessions.AddAsync(session, AccessData.Audit("session.start"), CancellationToken.None);
        return session.Id;
    }

    private static NewKey Key(AccessData data)
    {
        var id = data.NewId();
        return new NewKey(new ApiKeyId(id), ApiKeySecret.Hash(id.ToString()), data.Ann, null, [], "person:N001", null, AccessData.Now, null);
    }

    private static Task<bool> AddAsync(AccessData data, NewKey key) => data.Keys.AddAsync(key, AccessData.Audit("key.create"), CancellationToken.None);

    private static Task<bool> InviteAsync(AccessData data, SessionId? session, ApiKeyId? key) => data.Invitations.AddAsync(
        new Invitation(new string('a', 64), data.Ann, "person:N001", key, AccessData.Now, AccessData.Now + Duration.FromHours(72)) { MadeIn = session },
        AccessData.Audit("person.invite"), CancellationToken.None);
}

public sealed class AskedByOnSqlite : AskedByContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class AskedByOnSqlServer : AskedByContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
