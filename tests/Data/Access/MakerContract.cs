using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Invitations;
using OnCall.Application.Notices;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Roles;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Access;

/// <summary>Bob administers a ward and has made a key and an invitation for Ann, who works there, until Bob himself changes.</summary>
public abstract class MakerContract
{
    private const string Bob = "person:N002";
    private static readonly Grant Staff = new(Permission.Staff, null);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_maker_who_may_less_keeps_nothing_that_they_made_for_others_and_those_are_told()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await WardAsync(data);
        var (bobs, own, system) = (await KeyAsync(data, Bob), await KeyAsync(data, "person:N001"), await KeyAsync(data, "system"));
        await InviteAsync(data, Bob, null);

        var ended = await data.GiveAsync(data.Bob, "N002", ward, TellOf(data), Staff, new Grant(Permission.Admin, ward));
        Assert.Empty(ended);
        Assert.Equal([true, true, true, true], await OpenAsync(data, bobs, own, system));

        ended = await data.GiveAsync(data.Bob, "N002", ward, TellOf(data), Staff);
        Assert.Equal([false, true, true, false], await OpenAsync(data, bobs, own, system));
        Assert.Equal([("person:N001", Bob, "permissions"), ("person:N001", Bob, "permissions")], ended.Select(e => (e.Person, e.MadeBy, e.Why)));
        Assert.Equal((1, 1), (await data.AuditCountAsync("key.revoke"), await data.AuditCountAsync("invitation.end")));
        Assert.Equal((2, 0), ((await data.NoticesAsync(data.Ann)).Count, (await data.NoticesAsync(data.Bob)).Count));
    }

    [Fact]
    public async Task A_maker_who_has_left_keeps_nothing_that_they_made_for_others()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await WardAsync(data);
        var key = await KeyAsync(data, Bob);
        await InviteAsync(data, Bob, null);
        await data.DeactivateAsync(data.Bob, "N002");
        Assert.Equal([false, false], await OpenAsync(data, key));
    }

    [Fact]
    public async Task A_maker_whose_groups_give_less_keeps_nothing_that_they_made_for_others()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await WardAsync(data, Staff);
        await data.Mapped.ReplaceAsync(data.Bob, [new Grant(Permission.Admin, ward)], _ => AccessData.Audit("person.map-groups"), CancellationToken.None);
        var key = await KeyAsync(data, Bob);
        await data.Mapped.ReplaceAsync(data.Bob, [], _ => AccessData.Audit("person.map-groups"), CancellationToken.None, TellOf(data));
        Assert.Equal([false, false], await OpenAsync(data, key));
        Assert.Single(await data.NoticesAsync(data.Ann));
    }

    [Fact]
    public async Task What_was_made_for_others_by_a_key_of_the_makers_making_ends_with_it_also_where_that_key_was_revoked()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await WardAsync(data);
        await data.GiveAsync(data.Ann, "N001", ward, new Grant(Permission.Admin, ward));
        var first = await KeyAsync(data, Bob);
        var second = NewKey(data, "person:N001", first) with { Person = await data.PersonAsync("N003", ward) };
        Assert.True(await TryKeyAsync(data, second));
        await InviteAsync(data, "person:N001", second.Id);
        await data.Keys.RevokeAsync(first, AccessData.Now, AccessData.Audit("key.revoke"), CancellationToken.None);
        Assert.Equal([true, true], await OpenAsync(data, second.Id));

        await data.GiveAsync(data.Bob, "N002", ward, Staff);
        Assert.Equal([false, false], await OpenAsync(data, second.Id));
    }

    [Fact]
    public async Task Of_keys_that_are_made_while_their_maker_falls_none_is_left()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await WardAsync(data);
        NewKey[] keys = [.. Enumerable.Range(0, 8).Select(_ => NewKey(data, Bob))];
        await Task.WhenAll([.. keys.Take(4).Select(k => TryKeyAsync(data, k)), data.GiveAsync(data.Bob, "N002", ward, Staff), .. keys.Skip(4).Select(k => TryKeyAsync(data, k))]);
        Assert.All(await OpenAsync(data, [.. keys.Select(k => k.Id)]), Assert.False);
    }

    [Fact]
    public async Task Of_keys_that_are_made_while_their_unit_moves_out_of_the_makers_reach_none_is_left()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await WardAsync(data);
        var (bay, other) = (await data.UnitAsync("bay", ward), await data.UnitAsync("other"));
        await data.GiveAsync(data.Ann, "N001", bay.Id, Staff);
        NewKey[] keys = [.. Enumerable.Range(0, 8).Select(_ => NewKey(data, Bob))];
        await Task.WhenAll([
            .. keys.Take(4).Select(k => TryKeyAsync(data, k)),
            data.MoveAsync(bay with { Parent = other.Id }),
            .. keys.Skip(4).Select(k => TryKeyAsync(data, k)),
        ]);
        Assert.All(await OpenAsync(data, [.. keys.Select(k => k.Id)]), Assert.False);
    }

    private static async Task<OrgUnitId> WardAsync(AccessData data, Grant? bobs = null)
    {
        var ward = await data.UnitAsync("ward");
        await data.GiveAsync(data.Ann, "N001", ward.Id, Staff);
        await data.GiveAsync(data.Bob, "N002", ward.Id, bobs ?? new Grant(Permission.Admin, ward.Id));
        return ward.Id;
    }

    private static NewKey NewKey(AccessData data, string madeBy, ApiKeyId? with = null)
    {
        var id = data.NewId();
        return new NewKey(new ApiKeyId(id), ApiKeySecret.Hash(id.ToString()), data.Ann, null, [], madeBy, with, AccessData.Now, null);
    }

    private static Task<bool> TryKeyAsync(AccessData data, NewKey key) => data.Keys.AddAsync(key, AccessData.Audit("key.create"), CancellationToken.None);

    private static async Task<ApiKeyId> KeyAsync(AccessData data, string madeBy)
    {
        var key = NewKey(data, madeBy);
        Assert.True(await TryKeyAsync(data, key));
        return key.Id;
    }

    private static async Task InviteAsync(AccessData data, string madeBy, ApiKeyId? with) => Assert.True(await data.Invitations.AddAsync(
        new Invitation(new string('a', 64), data.Ann, madeBy, with, AccessData.Now, AccessData.Now + Duration.FromHours(72)), AccessData.Audit("person.invite"), CancellationToken.None));

    // Whether each key is in force, and at the end whether the invitation is.
    private static async Task<IReadOnlyList<bool>> OpenAsync(AccessData data, params ApiKeyId[] keys)
    {
        var open = new List<bool>();
        foreach (var key in keys)
        {
            open.Add(await data.Keys.FindAsync(key, CancellationToken.None) is not null);
        }

        return [.. open, await data.Invitations.FindAsync(new string('a', 64), AccessData.Now, CancellationToken.None) is not null];
    }

    private static Func<Person, EndedAccess, NewNotice> TellOf(AccessData data) => (person, ended) => new NewNotice(
        new NoticeId(data.NewId()), person.Id, "ended:" + ended.Key, new SignInChangedFacts(SignInChange.KeyEnded, "N002"), NoticeUrgency.InApp, AccessData.Now,
        AccessData.Now + Duration.FromDays(7), []);
}

public sealed class MakerOnSqlite : MakerContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class MakerOnSqlServer : MakerContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
