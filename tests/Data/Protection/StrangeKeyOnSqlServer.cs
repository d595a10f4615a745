using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Protection;

public sealed class StrangeKeyOnSqlServer : StrangeKeyContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
