using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class SwapStoreOnSqlServer : SwapStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
