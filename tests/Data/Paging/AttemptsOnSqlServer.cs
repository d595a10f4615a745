using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Paging;

public sealed class AttemptsOnSqlServer : AttemptContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
