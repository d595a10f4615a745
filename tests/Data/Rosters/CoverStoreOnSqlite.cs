using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class CoverStoreOnSqlite : CoverStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
