using NodaTime;
using OnCall.Application.Access;
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

    private static async Task<NewKey> AddAsync(DirectoryData data, PersonId? person, IReadOnlyList<Grant>? grants = null, Instant? end = null)
    {
        var id = new ApiKeyId(data.NewId());
        var key = new NewKey(id, ApiKeySecret.Hash(id.ToString()), person, person is null ? "lab" : null, grants ?? [], "system", null, DirectoryData.Now, end);
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
