using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Directory;

public abstract class SetupStoreContract
{
    private const string Key = "a-bootstrap-key-of-a-test";

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Nodes_that_begin_at_once_make_one_desk_and_one_administrator()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        await Task.WhenAll(Enumerable.Range(1, 4).Select(node => RunAsync(data, node, Key)));

        Assert.Equal(Role.DeskCode, Assert.Single(await data.Reads.AllRolesAsync(CancellationToken.None)).Code);
        Assert.Equal("admin", Assert.Single(await data.People.EntriesAsync(CancellationToken.None)).EmployeeNo);
        Assert.Equal(1, await data.AuditCountAsync("person.bootstrap"));
        Assert.True((await data.Keys.FindByHashAsync(ApiKeySecret.Hash(Key), CancellationToken.None))?.Caller.May(Permission.Admin));
    }

    [Fact]
    public async Task Where_there_are_people_the_bootstrap_key_opens_nothing()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        await data.PersonAsync("N001");
        await RunAsync(data, 1, Key);
        Assert.Null(await data.Keys.FindByHashAsync(ApiKeySecret.Hash(Key), CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_bootstrap_key_there_is_the_desk_and_nobody()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        await RunAsync(data, 1, null);
        Assert.NotNull(await data.Reads.FindRoleAsync(Role.DeskCode, CancellationToken.None));
        Assert.Empty(await data.People.EntriesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Nodes_that_run_already_hear_of_the_desk_and_of_the_administrator()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var before = await data.StampAsync();
        await RunAsync(data, 1, Key);
        Assert.Equal(before + 2, await data.StampAsync());

        await RunAsync(data, 2, Key);
        Assert.Equal(before + 2, await data.StampAsync());
    }

    private static Task RunAsync(DirectoryData data, int node, string? key) =>
        new SetUp(data.SetUp, new TestIds(series: 100 + node), new FakeClock(DirectoryData.Now)).RunAsync(key, CancellationToken.None);
}

public sealed class SetupStoreOnSqlite : SetupStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class SetupStoreOnSqlServer : SetupStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
