using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Sealing;

public sealed class SealedWordsOnSqlServer : SealedWordsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
