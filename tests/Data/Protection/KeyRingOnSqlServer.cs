using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Protection;

public sealed class KeyRingOnSqlServer : KeyRingContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
