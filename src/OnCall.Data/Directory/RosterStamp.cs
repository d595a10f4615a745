using System.Data.Common;
using Dapper;
using OnCall.Data.Schema;

namespace OnCall.Data.Directory;

/// <summary>Tells, in the transaction of the change, that who answers may be another from now on.</summary>
internal sealed class RosterStamp(Database database)
{
    private readonly SqlText _sql = SqlText.For<RosterStamp>(database.Provider);

    /// <summary>
    /// The first that a transaction writes: publications, covers and swaps take the stamp's row and then look up roles and people. Whoever has
    /// written a role or a person and then waits for the stamp would wait for one of those, and it for them.
    /// </summary>
    internal Task BumpAsync(DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(_sql["Bump"], transaction: transaction);
}
