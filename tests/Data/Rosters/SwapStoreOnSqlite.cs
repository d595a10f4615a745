using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class SwapStoreOnSqlite : SwapStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
