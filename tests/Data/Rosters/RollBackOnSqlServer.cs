using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class RollBackOnSqlServer : RollBackContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
