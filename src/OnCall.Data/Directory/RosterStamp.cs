using System.Data.Common;
using Dapper;
using OnCall.Data.Schema;

namespace OnCall.Data.Directory;

/// <summary>Tells, in the transaction of the change, that who answers may be another from now on.</summary>
internal sealed class RosterStamp(Database database)
{
    private readonly SqlText _sql = SqlText.For<RosterStamp>(database.Provider);

    internal Task BumpAsync(DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(_sql["Bump"], transaction: transaction);
}
