using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class RollBackOnSqlite : RollBackContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
