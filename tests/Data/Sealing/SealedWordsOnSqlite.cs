using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Sealing;

public sealed class SealedWordsOnSqlite : SealedWordsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
