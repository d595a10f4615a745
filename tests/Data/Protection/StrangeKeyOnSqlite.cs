using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Protection;

public sealed class StrangeKeyOnSqlite : StrangeKeyContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}
