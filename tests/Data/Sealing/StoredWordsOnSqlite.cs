using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Sealing;

public sealed class StoredWordsOnSqlite : StoredWordsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
