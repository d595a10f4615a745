using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

public sealed class RosterPeopleStoreOnSqlServer : RosterPeopleStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
