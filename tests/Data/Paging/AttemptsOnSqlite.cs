using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Paging;

public sealed class AttemptsOnSqlite : AttemptContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
