using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class RotationStoreOnSqlite : RotationStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
