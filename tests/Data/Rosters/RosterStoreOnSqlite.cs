using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class RosterStoreOnSqlite : RosterStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
