using Microsoft.Data.SqlClient;

namespace OnCall.Data.SqlServer;

/// <summary>
/// Which errors of SQL Server pass by themselves, so that the same work may be tried again. Sources:
/// <list type="bullet">
/// <item>https://learn.microsoft.com/dotnet/api/microsoft.data.sqlclient.sqlconfigurableretryfactory (the client's own list)</item>
/// <item>https://learn.microsoft.com/azure/azure-sql/database/troubleshoot-common-errors-issues (40197 … 49920)</item>
/// <item>https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors (601, 617, 669, 921, 983, 3960 … 8651)</item>
/// <item>https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-error-severities (a severity of 20 and more ends the connection)</item>
/// </list>
/// A command's time-out (-2) is not among them: what took too long once is not to be asked of a server under strain again and again.
/// </summary>
internal static class TransientErrors
{
    // From this severity on the server has ended the connection, and with it rolled back what was open.
    private const byte EndsConnection = 20;

    // Below it the server only remarks something.
    private const byte IsError = 11;

    /// <summary>The command took longer than its time-out.</summary>
    public const int TimeOut = -2;

    /// <summary>A lock was waited for longer than <c>lock_timeout</c> allows.</summary>
    public const int LockTimeOut = 1222;

    private static readonly HashSet<int> Numbers =
    [
        // Locks, deadlocks, memory, versions of rows: the statement or the transaction was given up, and would go through another time.
        601, 617, 669, 701, 802, 1203, 1204, 1205, 1221, LockTimeOut, 1807, 3935, 3960, 3961, 3966, 8628, 8645, 8651, 9515, 41301, 41302, 41305, 41325, 41839,

        // The database or the replica is on its way: recovering, failing over, not yet readable, not yet to be logged in to.
        921, 922, 927, 945, 952, 976, 978, 983, 988, 3906, 4060, 4221, 6005, 17142, 18401, 40143, 40197, 40501, 40540, 40613, 42108, 42109,

        // Too much at once.
        10922, 10928, 10929, 10936, 17197, 49918, 49919, 49920, 49977, 49983,

        // The wire: closed pipes, resets, unreachable hosts, names that do not resolve yet.
        20, 35, 40, 53, 64, 121, 233, 258, 997, 10050, 10051, 10052, 10053, 10054, 10058, 10060, 10061, 10064, 10065, 11001,
    ];

    /// <summary>Every number that is tried again.</summary>
    public static IReadOnlyCollection<int> Known => Numbers;

    /// <summary>Whether the same work may go through another time. Whatever was not committed by then is undone.</summary>
    public static bool Is(SqlException error) => error.Number != TimeOut && (error.Class >= EndsConnection || error.Errors.OfType<SqlError>().Any(e => e.Class >= IsError && Numbers.Contains(e.Number)));
}
