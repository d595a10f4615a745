using OnCall.Data.Rosters;
using OnCall.Data.Tests.Directory;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class FavouriteRoleStoreContract
{
    [Fact]
    public async Task A_role_is_marked_once_for_one_person_until_the_mark_is_taken_off()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var (first, second) = (data.NewRole("first", "First"), data.NewRole("second", "Second"));
        await data.SaveAsync(first);
        await data.SaveAsync(second);
        var (ada, bram) = ((await data.PersonAsync("A1")).Id, (await data.PersonAsync("B2")).Id);
        var store = new FavouriteRoleStore(data.Database);

        await store.AddAsync(ada, first.Id, DirectoryData.Now, CancellationToken.None);
        await store.AddAsync(ada, first.Id, DirectoryData.Now, CancellationToken.None);
        await store.AddAsync(bram, second.Id, DirectoryData.Now, CancellationToken.None);
        Assert.Equal([first.Id], await store.OfAsync(ada, CancellationToken.None));

        await store.RemoveAsync(ada, second.Id, CancellationToken.None);
        await store.RemoveAsync(ada, first.Id, CancellationToken.None);
        Assert.Empty(await store.OfAsync(ada, CancellationToken.None));
        Assert.Equal([second.Id], await store.OfAsync(bram, CancellationToken.None));
    }

    protected abstract Task<TestDatabase> OpenAsync();
}

public sealed class FavouriteRoleStoreOnSqlite : FavouriteRoleStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class FavouriteRoleStoreOnSqlServer : FavouriteRoleStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
