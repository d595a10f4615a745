using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class RotationStoreOnSqlServer : RotationStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
