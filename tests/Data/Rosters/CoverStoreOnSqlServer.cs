using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class CoverStoreOnSqlServer : CoverStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
