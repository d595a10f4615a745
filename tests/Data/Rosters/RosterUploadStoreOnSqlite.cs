using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class RosterUploadStoreOnSqlite : RosterUploadStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
