using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Protection;

public sealed class KeyRingOnSqlite : KeyRingContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
