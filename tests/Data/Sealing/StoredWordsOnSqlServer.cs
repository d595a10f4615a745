using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Sealing;

public sealed class StoredWordsOnSqlServer : StoredWordsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
