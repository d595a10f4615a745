using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Schema;

public sealed class MigrationRunnerOnSqlServer : MigrationRunnerContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
