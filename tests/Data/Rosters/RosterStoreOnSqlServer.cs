using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class RosterStoreOnSqlServer : RosterStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
