using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Invitations;
using OnCall.Application.Notices;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Access;

/// <summary>Bob administers a ward, and makes keys and invitations for Ann, who works there.</summary>
public abstract class MadeAccessContract
{
    private const string Bob = "person:N002";
    private static readonly Grant Staff = new(Permission.Staff, null);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task When_a_person_may_more_than_their_makers_could_give_only_their_own_keys_and_those_of_who_could_stay()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        await WardAsync(data, ward.Id);
        var (own, system, bobs) = (await KeyAsync(data, "person:N001"), await KeyAsync(data, "system"), await KeyAsync(data, Bob));
        await InviteAsync(data, Bob);

        await data.GiveAsync(data.Ann, "N001", ward.Id, Staff, new Grant(Permission.Scheduler, ward.Id));
        Assert.Equal([true, true, true, true], await OpenAsync(data, own, system, bobs));

        var ended = await data.GiveAsync(data.Ann, "N001", ward.Id, TellOf(data), Staff, new Grant(Permission.Scheduler, null));
        Assert.Equal([true, true, false, false], await OpenAsync(data, own, system, bobs));
        Assert.Equal([(true, Bob), (false, Bob)], ended.Select(e => (e.Key is not null, e.MadeBy)));
        Assert.Equal((1, 1), (await data.AuditCountAsync("key.revoke"), await data.AuditCountAsync("invitation.end")));
        Assert.Equal(2, (await data.NoticesAsync(data.Ann)).Count);
    }

    [Fact]
    public async Task What_groups_give_ends_them_alike_and_what_groups_take_does_not()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        await WardAsync(data, ward.Id);
        var (own, bobs) = (await KeyAsync(data, "person:N001"), await KeyAsync(data, Bob));
        await InviteAsync(data, Bob);
        Grant[] little = [new Grant(Permission.Dispatcher, ward.Id)];
        await data.Mapped.ReplaceAsync(data.Ann, little, _ => AccessData.Audit("person.map-groups"), CancellationToken.None);
        await data.Mapped.ReplaceAsync(data.Ann, [], _ => AccessData.Audit("person.map-groups"), CancellationToken.None);
        Assert.Equal([true, true, true], await OpenAsync(data, own, bobs));

        await data.Mapped.ReplaceAsync(data.Ann, [new Grant(Permission.Auditor, null)], _ => AccessData.Audit("person.map-groups"), CancellationToken.None, TellOf(data));
        Assert.Equal([true, false, false], await OpenAsync(data, own, bobs));
        Assert.Equal(2, (await data.NoticesAsync(data.Ann)).Count);
    }

    [Fact]
    public async Task Whoever_moves_out_of_the_makers_reach_or_whose_maker_has_left_keeps_nothing_of_theirs()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var (ward, other) = (await data.UnitAsync("ward"), await data.UnitAsync("other"));
        await WardAsync(data, ward.Id);
        var key = await KeyAsync(data, Bob);
        await data.GiveAsync(data.Ann, "N001", other.Id, Staff);
        Assert.Equal([false, false], await OpenAsync(data, key));

        await data.GiveAsync(data.Ann, "N001", ward.Id, Staff);
        key = await KeyAsync(data, Bob);
        await data.DeactivateAsync(data.Bob, "N002");
        await data.GiveAsync(data.Ann, "N001", ward.Id, Staff, new Grant(Permission.Scheduler, ward.Id));
        Assert.Equal([false, false], await OpenAsync(data, key));
    }

    [Fact]
    public async Task What_is_made_with_a_key_is_worth_no_more_than_that_keys_maker_could_give()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        await WardAsync(data, ward.Id);
        var bobs = await KeyAsync(data, Bob);
        var second = await KeyAsync(data, "person:N001", bobs);
        var third = await KeyAsync(data, "person:N001", second);
        var ofSystem = await KeyAsync(data, "person:N001", await KeyAsync(data, "system"));
        await data.GiveAsync(data.Ann, "N001", ward.Id, Staff, new Grant(Permission.Scheduler, null));
        Assert.Equal([false, false, false, true, false], await OpenAsync(data, bobs, second, third, ofSystem));
    }

    [Fact]
    public async Task A_system_that_makes_keys_keeps_those_that_it_could_make()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        await WardAsync(data, ward.Id);
        var system = new NewKey(new ApiKeyId(data.NewId()), new string('f', 64), null, "hr", [new Grant(Permission.Admin, ward.Id)], "system", null, AccessData.Now, null);
        await data.Keys.AddAsync(system, AccessData.Audit("key.create"), CancellationToken.None);
        var key = await KeyAsync(data, "integration:hr");
        await data.GiveAsync(data.Ann, "N001", ward.Id, Staff, new Grant(Permission.Scheduler, ward.Id));
        Assert.Equal([true, false], await OpenAsync(data, key));

        await data.GiveAsync(data.Ann, "N001", ward.Id, Staff, new Grant(Permission.Scheduler, null));
        Assert.Equal([false, false], await OpenAsync(data, key));
    }

    [Fact]
    public async Task Nothing_is_made_by_who_may_not_any_more_or_for_who_has_left()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        await WardAsync(data, ward.Id);
        await data.GiveAsync(data.Ann, "N001", ward.Id, Staff, new Grant(Permission.Scheduler, null));
        Assert.False(await TryKeyAsync(data, NewKey(data, Bob)));
        Assert.False(await InviteAsync(data, Bob));
        Assert.True(await InviteAsync(data, "system"));

        await data.DeactivateAsync(data.Ann, "N001");
        Assert.False(await TryKeyAsync(data, NewKey(data, "system")));
        Assert.False(await InviteAsync(data, "system"));
        Assert.Equal((0, 1), (await data.AuditCountAsync("key.create"), await data.AuditCountAsync("person.invite")));
    }

    [Fact]
    public async Task Of_a_key_that_is_made_and_more_that_is_given_in_one_moment_no_key_is_left()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        await WardAsync(data, ward.Id);
        NewKey[] keys = [.. Enumerable.Range(0, 8).Select(_ => NewKey(data, Bob))];
        await Task.WhenAll([
            .. keys.Take(4).Select(k => TryKeyAsync(data, k)),
            data.GiveAsync(data.Ann, "N001", ward.Id, Staff, new Grant(Permission.Scheduler, null)),
            .. keys.Skip(4).Select(k => TryKeyAsync(data, k)),
        ]);
        foreach (var key in keys)
        {
            Assert.Null(await data.Keys.FindAsync(key.Id, CancellationToken.None));
        }
    }

    private static async Task WardAsync(AccessData data, Domain.Roles.OrgUnitId ward)
    {
        await data.GiveAsync(data.Ann, "N001", ward, Staff);
        await data.GiveAsync(data.Bob, "N002", ward, new Grant(Permission.Admin, ward));
    }

    private static NewKey NewKey(AccessData data, string madeBy, ApiKeyId? with = null)
    {
        var id = data.NewId();
        return new NewKey(new ApiKeyId(id), ApiKeySecret.Hash(id.ToString()), data.Ann, null, [], madeBy, with, AccessData.Now, null);
    }

    private static Task<bool> TryKeyAsync(AccessData data, NewKey key) => data.Keys.AddAsync(key, AccessData.Audit("key.create"), CancellationToken.None);

    private static async Task<ApiKeyId> KeyAsync(AccessData data, string madeBy, ApiKeyId? with = null)
    {
        var key = NewKey(data, madeBy, with);
        Assert.True(await TryKeyAsync(data, key));
        return key.Id;
    }

    private static Task<bool> InviteAsync(AccessData data, string madeBy) => data.Invitations.AddAsync(
        new Invitation(new string('a', 64), data.Ann, madeBy, null, AccessData.Now, AccessData.Now + Duration.FromHours(72)), AccessData.Audit("person.invite"), CancellationToken.None);

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

public sealed class MadeAccessOnSqlite : MadeAccessContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class MadeAccessOnSqlServer : MadeAccessContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
