using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class RosterUploadStoreOnSqlServer : RosterUploadStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
