using NodaTime;
using OnCall.Application.Access;
using OnCall.Data.Directory;
using OnCall.Data.Tests.Static;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Directory;

public abstract class KeyStoreContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_persons_key_may_what_the_person_may_now()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        var person = await data.PersonAsync("N001", grants: [new(Permission.Scheduler, ward.Id)]);
        var key = await AddAsync(data, person.Id);

        var holder = await data.Keys.FindByHashAsync(key.Hash, CancellationToken.None);
        Assert.Equal("person:N001", holder?.Caller.Key);
        Assert.Equal(person.Id, holder?.Caller.Person);
        Assert.Equal([new Grant(Permission.Scheduler, ward.Id)], holder!.Caller.Grants);

        await data.People.SaveAsync(person, [new(Permission.Admin, null)], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None);
        Assert.Equal([new Grant(Permission.Admin, null)], (await data.Keys.FindAsync(key.Id, CancellationToken.None))!.Caller.Grants);
    }

    [Fact]
    public async Task An_integrations_key_carries_its_own_grants_and_its_end()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        Grant[] grants = [new(Permission.Staff, null), new(Permission.Auditor, ward.Id)];
        var end = DirectoryData.Now + Duration.FromDays(1);
        var key = await AddAsync(data, null, grants, end);

        var holder = await data.Keys.FindByHashAsync(key.Hash, CancellationToken.None);
        Assert.Equal("integration:lab", holder?.Caller.Key);
        Assert.True(holder!.Caller.IsIntegration);
        Assert.Equal(grants, holder.Caller.Grants);
        Assert.Equal(end, holder.ExpiresAt);
    }

    [Fact]
    public async Task A_key_with_as_many_and_as_long_grants_as_there_may_be_is_kept_whole()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var longest = Enum.GetValues<Permission>().MaxBy(p => p.ToString().Length);
        Grant[] grants = [.. Enumerable.Range(0, CreateKey.MostPermissions).Select(_ => new Grant(longest, new(data.NewId())))];
        var key = await AddAsync(data, null, grants);
        Assert.Equal(grants, (await data.Keys.FindByHashAsync(key.Hash, CancellationToken.None))!.Caller.Grants);

        // On SQLite the column holds any length: SQL Server's does not.
        Assert.InRange(KeyPermissions.Write(grants).Length, 1, ShippedSchema.OnSqlServer.Find("api_key")!["permissions"].Type!.Length);
    }

    [Fact]
    public async Task A_revoked_key_is_not_found_and_one_entry_tells_of_it()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var key = await AddAsync(data, null);
        await data.Keys.RevokeAsync(key.Id, DirectoryData.Now, DirectoryData.Audit("key.revoke"), CancellationToken.None);
        await data.Keys.RevokeAsync(key.Id, DirectoryData.Now, DirectoryData.Audit("key.revoke"), CancellationToken.None);

        Assert.Null(await data.Keys.FindByHashAsync(key.Hash, CancellationToken.None));
        Assert.Null(await data.Keys.FindAsync(key.Id, CancellationToken.None));
        Assert.Equal(new KeyOwner(null, "lab", Revoked: true), await data.Keys.OwnerAsync(key.Id, CancellationToken.None));
        Assert.Equal(1, await data.AuditCountAsync("key.revoke"));
    }

    [Fact]
    public async Task With_a_key_go_those_that_its_person_made_with_it_and_no_others()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var (ann, bob) = (await data.PersonAsync("N001"), await data.PersonAsync("N002"));
        var first = await AddAsync(data, ann.Id);
        var second = await AddAsync(data, ann.Id, with: first.Id);
        var third = await AddAsync(data, ann.Id, with: second.Id);
        NewKey[] others = [await AddAsync(data, ann.Id), await AddAsync(data, bob.Id, with: first.Id), await AddAsync(data, null, with: first.Id)];
        await data.Keys.RevokeAsync(first.Id, DirectoryData.Now, DirectoryData.Audit("key.revoke"), CancellationToken.None);

        var revoked = (await data.Keys.AllAsync(CancellationToken.None)).Where(k => k.RevokedAt == DirectoryData.Now).Select(k => k.Id).ToHashSet();
        Assert.Equal(new[] { first.Id, second.Id, third.Id }.ToHashSet(), revoked);
        Assert.Equal(3, await data.AuditCountAsync("key.revoke"));
        Assert.All(others, k => Assert.DoesNotContain(k.Id, revoked));
    }

    [Fact]
    public async Task All_of_a_persons_keys_go_but_the_one_that_is_to_stay()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var (ann, bob) = (await data.PersonAsync("N001"), await data.PersonAsync("N002"));
        var (stays, bobs, lab) = (await AddAsync(data, ann.Id), await AddAsync(data, bob.Id), await AddAsync(data, null));
        await AddAsync(data, ann.Id);
        await AddAsync(data, ann.Id);
        Assert.Equal(2, (await data.Keys.RevokeAllAsync(ann.Id, stays.Id, DirectoryData.Now, DirectoryData.Audit("key.revoke"), CancellationToken.None)).Count);
        Assert.Equal(2, await data.AuditCountAsync("key.revoke"));
        foreach (var key in new[] { stays, bobs, lab })
        {
            Assert.NotNull(await data.Keys.FindAsync(key.Id, CancellationToken.None));
        }

        Assert.Single(await data.Keys.RevokeAllAsync(ann.Id, null, DirectoryData.Now, DirectoryData.Audit("key.revoke"), CancellationToken.None));
    }

    [Fact]
    public async Task A_key_is_listed_with_its_holder_and_maker_and_its_last_use_which_never_goes_back()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var ann = await data.PersonAsync("N001");
        var (anns, lab) = (await AddAsync(data, ann.Id), await AddAsync(data, null, [new(Permission.Staff, null)]));
        var late = DirectoryData.Now + Duration.FromMinutes(5);
        await data.Keys.UseAsync(new Dictionary<ApiKeyId, Instant> { [anns.Id] = late }, CancellationToken.None);
        await data.Keys.UseAsync(new Dictionary<ApiKeyId, Instant> { [anns.Id] = DirectoryData.Now }, CancellationToken.None);

        var all = (await data.Keys.AllAsync(CancellationToken.None)).ToDictionary(k => k.Id);
        Assert.Equal(("N001", null, "system", late), (all[anns.Id].EmployeeNo, all[anns.Id].Integration, all[anns.Id].MadeBy, all[anns.Id].UsedAt));
        Assert.Equal((null, "lab", null), (all[lab.Id].EmployeeNo, all[lab.Id].Integration, all[lab.Id].UsedAt));
        Assert.Equal([new Grant(Permission.Staff, null)], all[lab.Id].Grants);
    }

    [Fact]
    public async Task An_inactive_persons_key_is_not_found()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var person = await data.PersonAsync("N001");
        var key = await AddAsync(data, person.Id);
        await data.People.SaveAsync(person with { Active = false }, [], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None);
        Assert.Null(await data.Keys.FindByHashAsync(key.Hash, CancellationToken.None));
        Assert.Null(await data.Keys.FindAsync(key.Id, CancellationToken.None));
    }

    [Fact]
    public async Task An_unknown_key_has_no_owner()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        Assert.Null(await data.Keys.OwnerAsync(new ApiKeyId(data.NewId()), CancellationToken.None));
        Assert.Null(await data.Keys.FindByHashAsync(ApiKeySecret.Hash("unknown"), CancellationToken.None));
    }

    private static async Task<NewKey> AddAsync(DirectoryData data, PersonId? person, IReadOnlyList<Grant>? grants = null, Instant? end = null, ApiKeyId? with = null)
    {
        var id = new ApiKeyId(data.NewId());
        var key = new NewKey(id, ApiKeySecret.Hash(id.ToString()), person, person is null ? "lab" : null, grants ?? [], "system", with, DirectoryData.Now, end);
        await data.Keys.AddAsync(key, DirectoryData.Audit("key.create"), CancellationToken.None);
        return key;
    }
}

public sealed class KeyStoreOnSqlite : KeyStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class KeyStoreOnSqlServer : KeyStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
