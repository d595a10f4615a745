using OnCall.Application.Directory;
using OnCall.Data.Presets;
using OnCall.Data.Tests.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Presets;
using OnCall.Domain.Roles;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Presets;

public abstract class PresetStoreContract
{
    [Fact]
    public async Task A_preset_is_read_as_it_was_written_with_its_roles_in_their_order()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var store = new PresetStore(data.Database);
        var (first, second) = (await RoleAsync(data, "b"), await RoleAsync(data, "a"));
        var unit = await data.UnitAsync("icu");
        var written = New(data, "arrest", first, second) with { OrgUnit = unit.Id, Subject = "Bring the trolley", Body = "心停止", AsksWhere = false, Active = false };

        Assert.Equal(SaveResult.Saved, await SaveAsync(store, written));

        Assert.Equivalent(written, await store.FindAsync("ARREST", CancellationToken.None), strict: true);
        Assert.Null(await store.FindAsync("other", CancellationToken.None));
        Assert.Equal(1, await data.AuditCountAsync("preset.put"));
    }

    [Fact]
    public async Task A_change_replaces_it_as_a_whole()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var store = new PresetStore(data.Database);
        var (first, second, third) = (await RoleAsync(data, "a"), await RoleAsync(data, "b"), await RoleAsync(data, "c"));
        var before = New(data, "arrest", first, second);
        await SaveAsync(store, before);

        var after = before with { Name = "Arrest, adult", Urgency = Urgency.Urgent, Roles = [third, first] };
        Assert.Equal(SaveResult.Saved, await SaveAsync(store, after, isNew: false));

        Assert.Equivalent(after, await store.FindAsync("arrest", CancellationToken.None), strict: true);
    }

    [Fact]
    public async Task All_are_listed_by_code_each_with_its_own_roles()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var store = new PresetStore(data.Database);
        var (first, second) = (await RoleAsync(data, "a"), await RoleAsync(data, "b"));
        var trauma = New(data, "trauma", first, second);
        var arrest = New(data, "arrest", second);
        await SaveAsync(store, trauma);
        await SaveAsync(store, arrest);

        Assert.Equivalent(new[] { arrest, trauma }, await store.AllAsync(CancellationToken.None), strict: true);
    }

    [Fact]
    public async Task Of_two_that_take_one_code_the_second_finds_itself_raced_and_writes_nothing()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var store = new PresetStore(data.Database);
        var role = await RoleAsync(data, "a");
        await SaveAsync(store, New(data, "arrest", role));

        Assert.Equal(SaveResult.Raced, await SaveAsync(store, New(data, "Arrest", role)));

        Assert.Single(await store.AllAsync(CancellationToken.None));
        Assert.Equal(1, await data.AuditCountAsync("preset.put"));
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_neither_removed_nor_changed_again()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var store = new PresetStore(data.Database);
        var preset = New(data, "arrest", await RoleAsync(data, "a"));
        await SaveAsync(store, preset);

        Assert.True(await store.RemoveAsync(preset.Id, DirectoryData.Audit("preset.remove"), CancellationToken.None));
        Assert.False(await store.RemoveAsync(preset.Id, DirectoryData.Audit("preset.remove"), CancellationToken.None));
        Assert.Equal(SaveResult.Raced, await SaveAsync(store, preset with { Name = "Late" }, isNew: false));

        Assert.Empty(await store.AllAsync(CancellationToken.None));
        Assert.Equal((1, 1), (await data.AuditCountAsync("preset.put"), await data.AuditCountAsync("preset.remove")));
    }

    protected abstract Task<TestDatabase> OpenAsync();

    private static async Task<RoleId> RoleAsync(DirectoryData data, string code) => (await data.SaveAsync(data.NewRole(code, "Role " + code))).Id;

    private static Preset New(DirectoryData data, string code, params RoleId[] roles) =>
        new(new PresetId(data.NewId()), code, "Cardiac arrest", null, Urgency.Code, null, null, roles, AsksWhere: true, Active: true);

    private static Task<SaveResult> SaveAsync(PresetStore store, Preset preset, bool isNew = true) =>
        store.SaveAsync(preset, isNew, DirectoryData.Audit("preset.put"), CancellationToken.None);
}

public sealed class PresetStoreOnSqlite : PresetStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PresetStoreOnSqlServer : PresetStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
